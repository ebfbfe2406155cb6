-- How far did this person come the last time they took each course, and when did they last complete it?
SELECT r.course, r.id, c.completed, c.progress, COALESCE(c.last_at, r.started) AS "lastAt", (
    SELECT MAX(d.completed_at) FROM completion d
    WHERE d.municipality = r.municipality AND d.person = r.person AND d.course = r.course AND d.completed = 1
      AND d.success <> 'failed'
  ) AS "completedAt"
FROM registration r
LEFT JOIN completion c ON c.municipality = r.municipality AND c.registration = r.id
WHERE r.municipality = :municipality AND r.person = :person AND r.run = (
    SELECT MAX(l.run) FROM registration l
    WHERE l.municipality = r.municipality AND l.person = r.person AND l.course = r.course
  )
