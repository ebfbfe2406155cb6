-- Where does the next part of the statements end, in the order of storing?
SELECT MAX(seq) AS last FROM (
  SELECT seq FROM statement WHERE municipality = :municipality AND seq > :seq ORDER BY seq LIMIT :most
) part
