-- All up to this statement is done with: so many of them were taken by the other LRS.
UPDATE forwarding SET cursor_seq = :seq, cursor_id = :cursor, tries = 0, next_at = NULL, fault = NULL,
  sent = sent + :sent, last_sent_at = CASE WHEN :sent > 0 THEN :at ELSE last_sent_at END
WHERE municipality = :municipality AND id = :id
