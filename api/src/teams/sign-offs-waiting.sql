-- Whose practical tasks wait for a leader in this unit and below it? Those that have waited longest first.
-- Few runs wait at a time, so they are read first, and then whether their learners work here today.
SELECT r.id AS registration, r.person, p.name, r.course, r.hash, r.record
FROM registration r
JOIN person p ON p.municipality = r.municipality AND p.id = r.person
WHERE r.municipality = :municipality AND r.asked_at IS NOT NULL AND r.person <> :leader
  AND EXISTS (
    SELECT 1
    FROM unit top
    JOIN unit u ON u.municipality = top.municipality AND u.path LIKE top.path || '%'
    JOIN employment e ON e.municipality = u.municipality AND e.unit = u.id
    WHERE top.municipality = r.municipality AND top.id = :unit
      AND e.person = r.person AND e.starts <= :today AND (e.ends IS NULL OR e.ends >= :today)
  )
ORDER BY r.asked_at, r.id
