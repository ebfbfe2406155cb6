-- Since when has a transaction been storing statements, in any process? Crosses municipalities: it is about time alone.
-- Milliseconds; now when nobody is.
SELECT CAST(FLOOR(EXTRACT(EPOCH FROM LEAST(
  statement_timestamp(),
  (SELECT MIN(a.xact_start)
   FROM pg_locks l
   JOIN pg_stat_activity a ON a.pid = l.pid
   WHERE l.locktype = 'advisory' AND l.objsubid = 2 AND l.classid = :room
     AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()))
)) * 1000) AS bigint) AS at
