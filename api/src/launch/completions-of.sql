-- How far have these people come, in each of their runs?
SELECT c.registration, c.person, c.course, c.completed, c.completed_at AS "completedAt", c.success,
       c.score_best AS "scoreBest", c.score_last AS "scoreLast", c.scored_at AS "scoredAt", c.progress,
       c.first_at AS "firstAt", c.last_at AS "lastAt"
FROM completion c
WHERE c.municipality = :municipality AND c.person IN (:people)
ORDER BY c.person, c.course, c.registration
