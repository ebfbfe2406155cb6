-- Which definitions of activities hold one of these texts?
SELECT activity, hash, text FROM activity_definition
WHERE municipality = :municipality
  AND (LOWER(text) LIKE :idPattern ESCAPE '\' OR LOWER(text) LIKE :mailPattern ESCAPE '\')
