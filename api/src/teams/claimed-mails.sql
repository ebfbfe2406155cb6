-- Which mails have I taken? Crosses municipalities: it is the one post of the whole house.
SELECT municipality, id, recipient, subject, text, tries FROM mail_outbox WHERE claim = :claim AND state = 'waiting'
