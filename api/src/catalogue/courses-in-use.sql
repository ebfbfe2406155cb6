-- Which courses does the municipality have in use, in the version that is current now?
SELECT c.id, c.slug, c.iri, v.minutes, v.editions
FROM adoption a
JOIN course c ON c.id = a.course
JOIN course_version v ON v.hash = c.current
WHERE a.municipality = :municipality
ORDER BY c.id
