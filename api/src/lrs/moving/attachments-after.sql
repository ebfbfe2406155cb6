-- Which attachments came in for this municipality, in the order of their hashes, after this one?
SELECT sha2, file, size FROM attachment WHERE municipality = :municipality AND sha2 > :after ORDER BY sha2 LIMIT :most
