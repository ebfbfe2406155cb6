-- Which keys does this municipality have to its LRS, newest first, and who made them?
SELECT c.credential_key AS key, c.label, c.scopes, c.expires, c.made_at AS "madeAt", p.name AS "madeBy", c.last_used AS "lastUsed"
FROM lrs_credential c
LEFT JOIN person p ON p.municipality = c.municipality AND p.id = c.made_by
WHERE c.municipality = :municipality
ORDER BY COALESCE(c.made_at, '') DESC, c.credential_key
