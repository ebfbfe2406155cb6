-- Keys that were filed just now for statements which are there already, at another place. Theirs stay.
DELETE FROM statement_key
WHERE municipality = :municipality AND key IN (:keys) AND seq BETWEEN :first AND :last
  AND statement IN (:ids) AND via = ''
  AND NOT EXISTS (
    SELECT 1 FROM statement s
    WHERE s.municipality = statement_key.municipality AND s.id = statement_key.statement AND s.seq = statement_key.seq
  )
