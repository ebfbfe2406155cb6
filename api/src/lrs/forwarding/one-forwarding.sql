-- What is to be sent where, and how far has it come?
SELECT f.municipality, f.id, f.label, f.url, f.key, f.secret, f.verbs, f.activities, f.paused, f.cursor_seq AS "cursorSeq",
       f.cursor_id AS "cursorId", f.sent, f.last_sent_at AS "lastSentAt", f.tries, f.next_at AS "nextAt", f.fault
FROM forwarding f
WHERE f.municipality = :municipality AND f.id = :id
