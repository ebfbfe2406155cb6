-- Which statements in this range hold one of these texts, whoever they are about?
SELECT id FROM statement
WHERE municipality = :municipality AND seq > :seq AND seq <= :last
  AND (LOWER(text) LIKE :idPattern ESCAPE '\' OR LOWER(text) LIKE :mailPattern ESCAPE '\')
