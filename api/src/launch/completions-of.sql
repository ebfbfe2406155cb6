-- How far have these people come with these courses, in which runs?
SELECT r.id AS registration, r.person, r.course, r.run, r.hash, r.started,
       c.completed, c.completed_at AS "completedAt", c.success, c.score_best AS "scoreBest", c.score_last AS "scoreLast",
       c.scored_at AS "scoredAt", c.progress, c.first_at AS "firstAt", c.last_at AS "lastAt"
FROM registration r
JOIN completion c ON c.municipality = r.municipality AND c.registration = r.id
WHERE r.municipality = :municipality
  AND (:everyone = 1 OR r.person IN (:people))
  AND (:everything = 1 OR r.course IN (:courses))
ORDER BY r.person, r.course, r.run
