-- Who works in this unit and below it today? One row for each employment there, the largest share first.
-- CROSS JOIN makes SQLite begin with the units; PostgreSQL finds that out by itself.
SELECT p.id, p.name, r.name AS role, u.name AS unit, u.path, e.starts
FROM unit top
CROSS JOIN unit u
CROSS JOIN employment e
JOIN person p ON p.municipality = e.municipality AND p.id = e.person
JOIN role r ON r.municipality = e.municipality AND r.id = e.role
WHERE top.municipality = :municipality AND top.id = :unit
  AND u.municipality = top.municipality AND u.path LIKE top.path || '%'
  AND e.municipality = u.municipality AND e.unit = u.id AND e.starts <= :today AND (e.ends IS NULL OR e.ends >= :today)
ORDER BY e.share DESC, e.starts, e.id
