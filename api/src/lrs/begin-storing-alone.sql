-- As begin-storing.sql, and nobody else stores statements of this municipality until the transaction ends.
SELECT CAST(FLOOR(EXTRACT(EPOCH FROM clock_timestamp()) * 1000) AS bigint) AS at
FROM (SELECT pg_advisory_xact_lock(:room, hashtext(:municipality))) locked
