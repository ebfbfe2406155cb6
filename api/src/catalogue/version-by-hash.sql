-- What is the version with this address, and what did it change? Crosses municipalities: the address is all that one needs
-- to know; who may see it is asked before.
SELECT c.id AS "courseId", c.iri, v.number, v.hash, k.redo, k.changes, v.content
FROM course_version v
JOIN course c ON c.id = v.course
LEFT JOIN version_change k ON k.hash = v.hash
WHERE v.hash = :hash
