-- Which municipalities have decided how long something is kept, and when was it last seen to? Crosses municipalities: the
-- nightly run works for all of them.
SELECT DISTINCT r.municipality, l.at
FROM retention_rule r
LEFT JOIN retention_run l ON l.municipality = r.municipality
ORDER BY r.municipality
