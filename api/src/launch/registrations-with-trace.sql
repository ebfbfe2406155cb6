-- Which registrations are this person's, or hold a trace of them? Traces are in lower case.
SELECT id, person, record FROM registration
WHERE municipality = :municipality
  AND (person = :person OR LOWER(record) LIKE :idPattern ESCAPE '\' OR LOWER(record) LIKE :mailPattern ESCAPE '\')
