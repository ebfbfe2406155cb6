-- Tells every process that this municipality's statements are being stored from now until the transaction ends. Which
-- millisecond is it?
SELECT CAST(FLOOR(EXTRACT(EPOCH FROM clock_timestamp()) * 1000) AS bigint) AS at
FROM (SELECT pg_advisory_xact_lock_shared(:room, hashtext(:municipality))) locked
