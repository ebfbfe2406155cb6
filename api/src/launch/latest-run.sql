-- What is this person's latest run of the course, and is it completed?
SELECT r.id, r.run, COALESCE(c.completed, 0) AS completed
FROM registration r
LEFT JOIN completion c ON c.municipality = r.municipality AND c.registration = r.id
WHERE r.municipality = :municipality AND r.person = :person AND r.course = :course
ORDER BY r.run DESC
LIMIT 1
