-- What have these people done, or begun, of these courses, and has a version come since that everybody is to take again?
-- Reads the tables of the rooms below, for a whole municipality at a time.
SELECT c.person, c.course, c.completed, c.completed_at AS "completedAt", c.success, c.progress, (
    SELECT MIN(k.at) FROM version_change k
    WHERE k.course = c.course AND k.redo_all = 1 AND k.number > r.version
  ) AS "redoAt"
FROM completion c
JOIN registration r ON r.municipality = c.municipality AND r.id = c.registration
WHERE c.municipality = :municipality AND c.person IN (:people) AND c.course IN (:courses)
