-- Takes away what is older than that, and all but the 200 latest.
DELETE FROM refused_request
WHERE municipality = :municipality AND (at < :since OR id NOT IN (
  SELECT id FROM refused_request WHERE municipality = :municipality ORDER BY at DESC, id LIMIT 200
))
