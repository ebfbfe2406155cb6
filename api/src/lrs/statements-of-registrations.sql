-- What has been said in these registrations, first stored first? Voided statements are left out.
SELECT s.text
FROM statement_key k
JOIN statement s ON s.municipality = k.municipality AND s.id = k.statement
WHERE k.municipality = :municipality AND k.key IN (:keys) AND k.via = '' AND s.voided = 0
ORDER BY s.seq, s.id
