-- Nothing is found by this key any longer.
DELETE FROM statement_key WHERE municipality = :municipality AND key = :from
