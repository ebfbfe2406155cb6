-- Which requirements are in force today, those for everybody first?
SELECT r.id, r.competence, o.name AS role, r.course
FROM requirement r
LEFT JOIN role o ON o.municipality = r.municipality AND o.id = r.role
WHERE r.municipality = :municipality AND r.starts <= :today AND (r.ends IS NULL OR r.ends >= :today)
ORDER BY CASE WHEN r.role IS NULL THEN 0 ELSE 1 END, o.name, r.competence, r.id
