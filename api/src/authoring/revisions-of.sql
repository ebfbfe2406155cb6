-- How has the draft been, newest first?
SELECT revision, at, name AS "by", files
FROM draft_revision
WHERE municipality = :municipality AND draft = :draft
ORDER BY revision DESC
LIMIT 300
