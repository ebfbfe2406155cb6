-- How many people hold each role today? The row without a role: everybody who works here.
SELECT o.id, o.name, COUNT(DISTINCT e.person) AS people
FROM role o
LEFT JOIN employment e ON e.municipality = o.municipality AND e.role = o.id
  AND e.starts <= :today AND (e.ends IS NULL OR e.ends >= :today)
WHERE o.municipality = :municipality
GROUP BY o.id, o.name
UNION ALL
SELECT NULL, '', COUNT(DISTINCT person)
FROM employment
WHERE municipality = :municipality AND starts <= :today AND (ends IS NULL OR ends >= :today)
ORDER BY 2
