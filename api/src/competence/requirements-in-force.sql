-- Which requirements are in force or coming, whom do they apply to today, and how many of them have it fulfilled?
SELECT r.id, r.competence, r.role, o.name AS "roleName", r.course, r.valid_months AS "validMonths",
  r.deadline_days AS "deadlineDays", r.starts, r.ends, COUNT(f.person) AS people,
  COUNT(CASE WHEN f.fulfilled_on IS NOT NULL AND (f.valid_until IS NULL OR f.valid_until >= :today) THEN 1 END) AS fulfilled
FROM requirement r
LEFT JOIN role o ON o.municipality = r.municipality AND o.id = r.role
LEFT JOIN fulfilment f ON f.municipality = r.municipality AND f.requirement = r.id
  AND f.starts <= :today AND (f.ends IS NULL OR f.ends >= :today)
WHERE r.municipality = :municipality AND (r.ends IS NULL OR (r.ends >= :today AND r.ends >= r.starts))
GROUP BY r.id, r.competence, r.role, o.name, r.course, r.valid_months, r.deadline_days, r.starts, r.ends
ORDER BY CASE WHEN r.role IS NULL THEN 0 ELSE 1 END, o.name, r.competence, r.id
