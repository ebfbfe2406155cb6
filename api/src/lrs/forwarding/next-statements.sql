-- Which statements come after this place in the order, and before that one? Voided ones too.
SELECT id, seq, text FROM statement
WHERE municipality = :municipality AND seq >= :seq AND NOT (seq = :seq AND id <= :id) AND seq < :before
ORDER BY seq, id
LIMIT :most
