-- Which statements with none of these verbs were stored before this place in the order, and after that one?
SELECT s.id, s.seq, s.voided, s.text
FROM statement s
WHERE s.municipality = :municipality AND s.seq < :before AND s.seq >= :seq AND NOT (s.seq = :seq AND s.id <= :id)
  AND NOT EXISTS (
    SELECT 1 FROM statement_key k
    WHERE k.municipality = :municipality AND k.key IN (:keys) AND k.seq = s.seq AND k.statement = s.id AND k.via = '')
ORDER BY s.seq, s.id
LIMIT :most
