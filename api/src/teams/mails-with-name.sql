-- Which mails to others hold this person's name or e-mail, such as reminders they have sent?
SELECT id, subject, text FROM mail_outbox
WHERE municipality = :municipality AND person <> :person
  AND (asked_by = :person OR LOWER(text) LIKE :mailPattern ESCAPE '\')
