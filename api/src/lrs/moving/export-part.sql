-- Which statements come next in the order of storing, within these bounds? Those that are voided may be left out.
SELECT id, seq, text FROM statement
WHERE municipality = :municipality AND seq >= :seq AND NOT (seq = :seq AND id <= :id) AND seq < :before
  AND voided <= :voided
ORDER BY seq, id
LIMIT :most
