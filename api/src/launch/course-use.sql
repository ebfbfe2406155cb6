-- How often has each version of these courses been begun and completed, in each municipality, and with what scores?
-- Crosses municipalities: whoever made a course gets numbers from all of its region, and numbers only.
SELECT r.course, near.orgnr, near.name AS municipality, r.version AS number,
       COUNT(*) AS registrations, COALESCE(SUM(c.completed), 0) AS completed,
       COUNT(c.score_best) AS scores, COALESCE(SUM(c.score_best), 0) AS total
FROM municipality home
JOIN municipality near ON near.region = home.region
JOIN registration r ON r.municipality = near.orgnr
LEFT JOIN completion c ON c.municipality = r.municipality AND c.registration = r.id
WHERE home.orgnr = :municipality AND r.course IN (:courses)
GROUP BY r.course, near.orgnr, near.name, r.version
ORDER BY near.name, near.orgnr
