-- Which versions does the municipality use, of which courses?
SELECT c.id, c.current AS hash
FROM adoption a
JOIN course c ON c.id = a.course
WHERE a.municipality = :municipality
ORDER BY c.id
