-- Which courses does the municipality see in the catalogue (or only one of them), whose are they and how many use them?
-- Crosses municipalities: those of a region share their catalogue; of the other users only the number is told.
-- The rule is maySee in core/catalogue/sharing.ts.
SELECT c.id, c.slug, c.iri, c.municipality AS orgnr, owner.name AS municipality, c.current AS hash,
       v.number, v.minutes, v.licence, v.publisher, v.topics, v.editions, v.published_at AS "publishedAt",
       (SELECT COUNT(*) FROM adoption a WHERE a.course = c.id) AS users,
       (SELECT COUNT(*) FROM adoption a WHERE a.course = c.id AND a.municipality = :municipality) AS "inUse"
FROM municipality home
JOIN municipality owner ON owner.region = home.region
JOIN course c ON c.municipality = owner.orgnr
JOIN course_version v ON v.hash = c.current
WHERE home.orgnr = :municipality AND :course IN ('', c.id)
ORDER BY v.title, c.id
