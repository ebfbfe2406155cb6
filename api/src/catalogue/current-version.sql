-- Which version of the course does the municipality use? None when the course is not in use there.
SELECT c.current AS hash
FROM adoption a
JOIN course c ON c.id = a.course
WHERE a.municipality = :municipality AND a.course = :course
