-- Which versions has the course had, newest first? Crosses municipalities: whether the course may be seen is asked before.
SELECT number, hash, published_at AS "publishedAt", author AS "by", note
FROM course_version
WHERE course = :course
ORDER BY number DESC
