-- This statement is no longer found by these keys.
DELETE FROM statement_key
WHERE municipality = :municipality AND key IN (:keys) AND seq = :seq AND statement = :id
