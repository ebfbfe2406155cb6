-- Which statements refer to these, and to which? Answers those that came before what they refer to.
SELECT k.key, s.id, s.seq, s.text
FROM statement_key k
JOIN statement s ON s.municipality = k.municipality AND s.id = k.statement
WHERE k.municipality = :municipality AND k.key IN (:keys) AND k.via = ''
