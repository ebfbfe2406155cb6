-- What has this person completed, latest first?
SELECT course, completed_at AS "completedAt", score_best AS score
FROM completion
WHERE municipality = :municipality AND person = :person AND completed = 1 AND completed_at IS NOT NULL
ORDER BY completed_at DESC, registration
