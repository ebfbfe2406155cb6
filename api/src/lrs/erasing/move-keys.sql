-- Whatever is found by the one key is found by the other too.
INSERT INTO statement_key (municipality, key, seq, statement, via)
SELECT municipality, :to, seq, statement, via FROM statement_key WHERE municipality = :municipality AND key = :from
ON CONFLICT DO NOTHING
