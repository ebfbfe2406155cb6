-- Which mails has the municipality sent or tried to send, latest first?
SELECT id, recipient AS "to", subject, text, at, state FROM mail_outbox
WHERE municipality = :municipality
ORDER BY at DESC, id
LIMIT 500
