-- What is the version with this address? Crosses municipalities: the address is all that one needs to know; who may see
-- it is asked before.
SELECT c.id AS "courseId", c.iri, v.number, v.hash, v.content
FROM course_version v
JOIN course c ON c.id = v.course
WHERE v.hash = :hash
