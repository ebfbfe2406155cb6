-- Who are these, by id or by mail in lower case?
SELECT id, name, email FROM person
WHERE municipality = :municipality AND (id IN (:ids) OR lower(email) IN (:emails))
