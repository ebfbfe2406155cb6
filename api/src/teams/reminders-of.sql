-- When has this person been reminded, and by whom? Latest first.
SELECT m.at, COALESCE(p.name, '') AS "by"
FROM mail_outbox m
LEFT JOIN person p ON p.municipality = m.municipality AND p.id = m.asked_by
WHERE m.municipality = :municipality AND m.person = :person
ORDER BY m.at DESC
