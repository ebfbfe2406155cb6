-- What do we know of these registrations, and how far have they come?
SELECT r.id AS registration, r.person, r.course, r.iri,
       c.completed, c.completed_at AS "completedAt", c.success, c.score_best AS "scoreBest", c.score_last AS "scoreLast",
       c.scored_at AS "scoredAt", c.progress, c.first_at AS "firstAt", c.last_at AS "lastAt"
FROM registration r
LEFT JOIN completion c ON c.municipality = r.municipality AND c.registration = r.id
WHERE r.municipality = :municipality AND r.id IN (:registrations)
