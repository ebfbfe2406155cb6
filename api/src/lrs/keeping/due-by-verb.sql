-- Which statements with this verb were stored before this place in the order, and after that one?
SELECT s.id, s.seq, s.voided, s.text
FROM statement_key k
CROSS JOIN statement s
WHERE k.municipality = :municipality AND k.key = :key AND k.via = '' AND k.seq < :before
  AND k.seq >= :seq AND NOT (k.seq = :seq AND k.statement <= :id)
  AND s.municipality = :municipality AND s.id = k.statement
ORDER BY k.seq, k.statement
LIMIT :most
