-- One more of those set aside has been taken.
UPDATE forwarding SET sent = sent + 1, last_sent_at = :at WHERE municipality = :municipality AND id = :id
