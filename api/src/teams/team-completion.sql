-- What is known of everybody who works in this unit and below it today, for each requirement that applies to them?
SELECT f.person, f.requirement, f.starts, f.ends, f.due, f.fulfilled_on AS "on", f.valid_until AS "validUntil", f.progress
FROM (
  SELECT DISTINCT e.person
  FROM unit top
  JOIN unit u ON u.municipality = top.municipality AND u.path LIKE top.path || '%'
  JOIN employment e ON e.municipality = u.municipality AND e.unit = u.id
  WHERE top.municipality = :municipality AND top.id = :unit
    AND e.starts <= :today AND (e.ends IS NULL OR e.ends >= :today)
) member
JOIN fulfilment f ON f.municipality = :municipality AND f.person = member.person
  AND f.starts <= :today AND (f.ends IS NULL OR f.ends >= :today)
