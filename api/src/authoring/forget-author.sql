-- Drafts that this person changed last no longer say so.
UPDATE draft SET changed_by = ''
WHERE municipality = :municipality AND changed_by = :name AND EXISTS (
  SELECT 1 FROM draft_revision r
  WHERE r.municipality = draft.municipality AND r.draft = draft.id AND r.person = :person)
