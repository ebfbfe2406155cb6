-- Which units are this one and those below it, top first?
SELECT below.id, below.name, below.parent, below.path
FROM unit top
JOIN unit below ON below.municipality = top.municipality AND below.path LIKE top.path || '%'
WHERE top.municipality = :municipality AND top.id = :unit
ORDER BY below.path
