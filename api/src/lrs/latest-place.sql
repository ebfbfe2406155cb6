-- Which is the latest place in the order of storing? Crosses municipalities: there is one clock. One look at the end of
-- each municipality's index.
SELECT MAX(latest) AS seq
FROM (
  SELECT (SELECT MAX(s.seq) FROM statement s WHERE s.municipality = m.place) AS latest
  FROM (SELECT orgnr AS place FROM municipality UNION ALL SELECT CAST(:operator AS text)) m
) places
