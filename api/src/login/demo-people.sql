-- Whom may one sign in as? Crosses municipalities: the demo region is one stage.
SELECT DISTINCT p.id AS person, p.name, m.name AS municipality, m.orgnr, r.name AS role, u.name AS unit, t.label
FROM personal_token t
JOIN person p ON p.municipality = t.municipality AND p.id = t.person
JOIN municipality m ON m.orgnr = p.municipality
JOIN employment e ON e.municipality = p.municipality AND e.person = p.id
JOIN role r ON r.municipality = e.municipality AND r.id = e.role
JOIN unit u ON u.municipality = e.municipality AND u.id = e.unit
WHERE t.label LIKE 'demo-%'
ORDER BY p.name
