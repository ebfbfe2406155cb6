-- Forgets how a draft was long ago: the newest 300 revisions are kept.
DELETE FROM draft_revision
WHERE municipality = :municipality AND draft = :draft AND revision <= (
  SELECT revision FROM draft_revision
  WHERE municipality = :municipality AND draft = :draft
  ORDER BY revision DESC LIMIT 1 OFFSET 300
)
