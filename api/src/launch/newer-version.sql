-- Which newer version of its course waits for this run? None when it is not the person's last run of the course, or the
-- course is not in use.
SELECT v.hash
FROM adoption a
JOIN course c ON c.id = a.course
JOIN course_version v ON v.hash = c.current
WHERE a.municipality = :municipality AND a.course = :course AND v.number > :version AND NOT EXISTS (
  SELECT 1 FROM registration l
  WHERE l.municipality = :municipality AND l.person = :person AND l.course = :course AND l.run > :run
)
