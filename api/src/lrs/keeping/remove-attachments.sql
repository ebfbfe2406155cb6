-- No statement of this municipality has these attachments any longer.
DELETE FROM attachment WHERE municipality = :municipality AND sha2 IN (:hashes)
