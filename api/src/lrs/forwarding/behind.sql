-- How many statements come after this place, counted so far as anybody wants to know, and which is the first?
SELECT COUNT(*) AS behind, MIN(seq) AS first FROM (
  SELECT seq FROM statement
  WHERE municipality = :municipality AND seq >= :seq AND NOT (seq = :seq AND id <= :id)
  ORDER BY seq LIMIT :most
) after
