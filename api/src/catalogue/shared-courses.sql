-- Which courses does the municipality see in the catalogue (or only one of them), whose are they and how many use them?
-- Crosses municipalities: those of a region share their catalogue; of the other users only the number is told.
-- The rule is maySee in core/catalogue/sharing.ts.
WITH neighbour AS (
  SELECT near.orgnr, near.name
  FROM municipality home
  JOIN municipality near ON near.region = home.region
  WHERE home.orgnr = :municipality
), used AS (
  SELECT a.course, COUNT(*) AS users, MAX(CASE WHEN a.municipality = :municipality THEN 1 ELSE 0 END) AS ours
  FROM neighbour
  JOIN adoption a ON a.municipality = neighbour.orgnr
  GROUP BY a.course
)
SELECT c.id, c.slug, c.iri, owner.orgnr, owner.name AS municipality, c.current AS hash,
       v.number, v.minutes, v.licence, v.publisher, v.topics, v.editions, v.published_at AS "publishedAt",
       COALESCE(used.users, 0) AS users, COALESCE(used.ours, 0) AS "inUse"
FROM neighbour owner
JOIN course c ON c.municipality = owner.orgnr
JOIN course_version v ON v.hash = c.current
LEFT JOIN used ON used.course = c.id
WHERE :course IN ('', c.id)
ORDER BY c.id
