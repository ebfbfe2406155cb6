-- Which units does this leader see, from the top of each? With the whole municipality: those at its top.
SELECT id, name, path FROM unit
WHERE municipality = :municipality AND (id IN (:units) OR (:everywhere = 1 AND parent IS NULL))
ORDER BY path
