-- Which forwardings does this municipality have, how far have they come, and how many statements have been set aside?
SELECT f.id, f.label, f.url, f.key, f.verbs, f.activities, f.paused, f.cursor_seq AS "cursorSeq", f.cursor_id AS "cursorId",
       f.sent, f.last_sent_at AS "lastSentAt", f.tries, f.next_at AS "nextAt", f.fault, f.made_at AS "madeAt", p.name AS "madeBy",
       (SELECT COUNT(*) FROM forwarding_set_aside a WHERE a.municipality = f.municipality AND a.forwarding = f.id) AS "setAside"
FROM forwarding f
LEFT JOIN person p ON p.municipality = f.municipality AND p.id = f.made_by
WHERE f.municipality = :municipality
ORDER BY f.made_at, f.id
