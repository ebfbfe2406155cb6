-- What is asked of this person today, and what are the facts?
SELECT f.requirement, r.competence, o.name AS role, r.course, f.starts, f.ends, f.due, f.fulfilled_on AS "on",
  f.valid_until AS "validUntil", f.progress
FROM fulfilment f
JOIN requirement r ON r.municipality = f.municipality AND r.id = f.requirement
LEFT JOIN role o ON o.municipality = r.municipality AND o.id = r.role
WHERE f.municipality = :municipality AND f.person = :person AND f.starts <= :today AND (f.ends IS NULL OR f.ends >= :today)
ORDER BY r.competence, f.requirement
