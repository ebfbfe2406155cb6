-- Which registrations come next, by id? For going through all of them in parts.
SELECT id FROM registration WHERE municipality = :municipality AND id > :after ORDER BY id LIMIT :most
