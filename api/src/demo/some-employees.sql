-- Who are some people that work here, always the same ones? Not those whom one signs in as.
SELECT p.id
FROM person p
WHERE p.municipality = :municipality
  AND NOT EXISTS (SELECT 1 FROM personal_token t WHERE t.municipality = p.municipality AND t.person = p.id)
ORDER BY p.id
LIMIT :most
