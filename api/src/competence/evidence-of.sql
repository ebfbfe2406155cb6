-- What have these people done, or begun, of these courses? Reads the table of the room below, for a whole municipality at a time.
SELECT person, course, completed, completed_at AS "completedAt", success, progress
FROM completion
WHERE municipality = :municipality AND person IN (:people) AND course IN (:courses)
