-- Where do the bytes of these attachments lie, among those that came in for this municipality?
SELECT sha2, file, size FROM attachment WHERE municipality = :municipality AND sha2 IN (:hashes)
