-- Who works in this unit and below it today? One row for each employment there, the largest share first.
SELECT p.id, p.name, r.name AS role, u.name AS unit, u.path, e.starts
FROM unit top
JOIN unit u ON u.municipality = top.municipality AND u.path LIKE top.path || '%'
JOIN employment e ON e.municipality = u.municipality AND e.unit = u.id
JOIN person p ON p.municipality = e.municipality AND p.id = e.person
JOIN role r ON r.municipality = e.municipality AND r.id = e.role
WHERE top.municipality = :municipality AND top.id = :unit AND e.starts <= :today AND (e.ends IS NULL OR e.ends >= :today)
ORDER BY e.share DESC, e.starts, e.id
