-- What is the municipality writing, what was changed last first?
SELECT id, slug, title, revision, changed_at AS "changedAt", changed_by AS "changedBy", published_revision AS "publishedRevision"
FROM draft
WHERE municipality = :municipality
ORDER BY changed_at DESC, id
LIMIT 500
