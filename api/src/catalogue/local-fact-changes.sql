-- Who has changed these local facts, when, and to what? Latest first.
SELECT l.name, l.value, l.at, COALESCE(p.name, '') AS "by"
FROM local_fact_change l
LEFT JOIN person p ON p.municipality = l.municipality AND p.id = l.changed_by
WHERE l.municipality = :municipality AND l.name IN (:names)
ORDER BY l.at DESC, l.name, l.id
LIMIT 50
