-- Takes some mails that are to go out now. Crosses municipalities: it is the one post of the whole house.
UPDATE mail_outbox SET claim = :claim, next_at = :until
WHERE state = 'waiting' AND next_at <= :now AND id IN (
  SELECT id FROM mail_outbox WHERE state = 'waiting' AND next_at <= :now ORDER BY next_at, id LIMIT 20
)
