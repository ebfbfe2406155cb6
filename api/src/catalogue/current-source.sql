-- What was the newest version of this course of the municipality written as?
SELECT v.number, v.source
FROM course c
JOIN course_version v ON v.hash = c.current
WHERE c.municipality = :municipality AND c.id = :course
