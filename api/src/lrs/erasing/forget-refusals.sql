-- Refused requests that hold one of these texts go: they would be gone within a day.
DELETE FROM refused_request
WHERE municipality = :municipality AND (
  LOWER(resource) LIKE :idPattern ESCAPE '\' OR LOWER(resource) LIKE :mailPattern ESCAPE '\'
  OR LOWER(told) LIKE :idPattern ESCAPE '\' OR LOWER(told) LIKE :mailPattern ESCAPE '\'
  OR LOWER(COALESCE(body, '')) LIKE :idPattern ESCAPE '\' OR LOWER(COALESCE(body, '')) LIKE :mailPattern ESCAPE '\')
