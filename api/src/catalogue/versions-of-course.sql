-- Which versions has the course had, newest first? Crosses municipalities: whether the course may be seen is asked before.
SELECT v.number, v.hash, v.published_at AS "publishedAt", v.author AS "by", v.note, k.redo, k.changes
FROM course_version v
LEFT JOIN version_change k ON k.hash = v.hash
WHERE v.course = :course
ORDER BY v.number DESC
