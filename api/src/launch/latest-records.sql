-- What have those done who began this course last? Without saying who they are.
-- Crosses municipalities: it ends as numbers over a whole region, for whoever made the course.
SELECT r.hash, r.record
FROM municipality home
JOIN municipality near ON near.region = home.region
JOIN registration r ON r.municipality = near.orgnr
WHERE home.orgnr = :municipality AND r.course = :course
ORDER BY r.started DESC, r.id
LIMIT :most
