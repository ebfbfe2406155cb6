-- What is known of everybody who works in this unit and below it today, for each requirement that applies to them?
-- One row a person, with their facts in one text: ten thousands of cells are read in the time of a few hundred rows.
-- CROSS JOIN makes SQLite begin with the members; PostgreSQL finds that out by itself.
SELECT f.person, string_agg(
    f.requirement || ' ' || f.due || ' ' || COALESCE(f.fulfilled_on, '') || ' ' || COALESCE(f.valid_until, '') || ' ' ||
      COALESCE(CAST(f.progress AS text), ''),
    ',') AS known
FROM (
  SELECT DISTINCT e.person
  FROM unit top
  CROSS JOIN unit u
  CROSS JOIN employment e
  WHERE top.municipality = :municipality AND top.id = :unit
    AND u.municipality = top.municipality AND u.path LIKE top.path || '%'
    AND e.municipality = u.municipality AND e.unit = u.id AND e.starts <= :today AND (e.ends IS NULL OR e.ends >= :today)
) member
CROSS JOIN fulfilment f
WHERE f.municipality = :municipality AND f.person = member.person
  AND f.starts <= :today AND (f.ends IS NULL OR f.ends >= :today)
GROUP BY f.person
