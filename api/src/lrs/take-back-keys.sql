-- Keys that were filed for statements which are there already, at another place. Theirs stay.
DELETE FROM statement_key
WHERE municipality = :municipality AND key IN (:keys) AND seq IN (:places) AND statement IN (:ids) AND via = ''
  AND NOT EXISTS (
    SELECT 1 FROM statement s
    WHERE s.municipality = statement_key.municipality AND s.id = statement_key.statement AND s.seq = statement_key.seq
  )
