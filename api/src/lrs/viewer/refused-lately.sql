-- Which requests to the LRS were refused since then, latest first, and what are their keys called?
SELECT r.id, r.at, r.credential_key AS key, c.label, r.method, r.resource, r.status, r.told
FROM refused_request r
LEFT JOIN lrs_credential c ON c.credential_key = r.credential_key AND c.municipality = r.municipality
WHERE r.municipality = :municipality AND r.at >= :since
ORDER BY r.at DESC, r.id
LIMIT 200
