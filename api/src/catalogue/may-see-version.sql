-- May people of the municipality see this version: is it a neighbour's in the region, or in use?
-- Crosses municipalities: a catalogue is shared within a region. The rule is maySee in core/catalogue/sharing.ts.
SELECT 1 AS yes
FROM course_version v
JOIN municipality owner ON owner.orgnr = v.municipality
JOIN municipality home ON home.orgnr = :municipality
LEFT JOIN adoption a ON a.municipality = :municipality AND a.course = v.course
WHERE v.hash = :hash AND (owner.region = home.region OR a.course IS NOT NULL)
