-- Which statements are found by one of these keys of their own, and what do they say?
SELECT DISTINCT s.id, s.seq, s.text
FROM statement_key k
JOIN statement s ON s.municipality = k.municipality AND s.id = k.statement
WHERE k.municipality = :municipality AND k.key IN (:keys) AND k.via = ''
