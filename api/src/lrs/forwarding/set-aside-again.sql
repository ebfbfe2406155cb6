-- Which statements that were set aside are to be tried once more? First stored first.
SELECT s.id, s.seq, s.text
FROM forwarding_set_aside a
JOIN statement s ON s.municipality = a.municipality AND s.id = a.statement
WHERE a.municipality = :municipality AND a.forwarding = :id AND a.again = 1
ORDER BY s.seq, s.id
LIMIT :most
