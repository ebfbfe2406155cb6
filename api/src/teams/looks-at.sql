-- Who has looked at what of this person since then, latest first? One row a day and viewer: looking twice is one look.
SELECT MAX(l.at) AS at, p.name AS by, l.what
FROM access_log l
JOIN person p ON p.municipality = l.municipality AND p.id = l.who
WHERE l.municipality = :municipality AND l.whom = :person AND l.at >= :since
GROUP BY l.who, p.name, l.what, substr(l.at, 1, 10)
ORDER BY 1 DESC
LIMIT 200
