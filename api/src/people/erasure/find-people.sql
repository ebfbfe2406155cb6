-- Whose name or e-mail holds this text, and where do they work today? Those who work nowhere too.
SELECT p.id, p.name, p.email, (
  SELECT MIN(u.name) FROM employment e
  JOIN unit u ON u.municipality = e.municipality AND u.id = e.unit
  WHERE e.municipality = p.municipality AND e.person = p.id AND e.starts <= :today AND (e.ends IS NULL OR e.ends >= :today)
) AS unit
FROM person p
WHERE p.municipality = :municipality AND (LOWER(p.name) LIKE :pattern ESCAPE '\' OR LOWER(p.email) LIKE :pattern ESCAPE '\')
ORDER BY p.name, p.id
LIMIT 20
