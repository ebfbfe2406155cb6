-- Where does this person work today, the largest share first?
SELECT r.name AS role, u.name AS unit
FROM employment e
JOIN role r ON r.municipality = e.municipality AND r.id = e.role
JOIN unit u ON u.municipality = e.municipality AND u.id = e.unit
WHERE e.municipality = :municipality AND e.person = :person AND e.starts <= :today AND (e.ends IS NULL OR e.ends >= :today)
ORDER BY e.share DESC, e.starts, e.id
