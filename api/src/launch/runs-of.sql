-- How often have these people begun each course?
SELECT person, course, MAX(run) AS runs FROM registration
WHERE municipality = :municipality AND person IN (:people)
GROUP BY person, course
