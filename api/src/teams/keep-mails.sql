-- Keeps what waits when there is no mail server. Crosses municipalities: it is the one post of the whole house.
UPDATE mail_outbox SET state = 'kept' WHERE state = 'waiting'
