-- Which statements has the other LRS refused, and why? The latest first.
SELECT statement, at, status, reason FROM forwarding_set_aside
WHERE municipality = :municipality AND forwarding = :forwarding
ORDER BY at DESC, statement
LIMIT :most
