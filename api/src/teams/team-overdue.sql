-- How many work in this unit and below it today, and how many of them are overdue with something?
SELECT COUNT(*) AS people, COUNT(CASE WHEN EXISTS (
    SELECT 1 FROM fulfilment f
    WHERE f.municipality = :municipality AND f.person = member.person
      AND f.starts <= :today AND (f.ends IS NULL OR f.ends >= :today)
      AND f.due < :today AND (f.fulfilled_on IS NULL OR f.valid_until < :today)
  ) THEN 1 END) AS overdue
FROM (
  SELECT DISTINCT e.person
  FROM unit top
  CROSS JOIN unit u
  CROSS JOIN employment e
  WHERE top.municipality = :municipality AND top.id = :unit
    AND u.municipality = top.municipality AND u.path LIKE top.path || '%'
    AND e.municipality = u.municipality AND e.unit = u.id AND e.starts <= :today AND (e.ends IS NULL OR e.ends >= :today)
) member
