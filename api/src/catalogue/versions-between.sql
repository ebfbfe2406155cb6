-- Which versions has the course had after one and up to another, in order? Crosses municipalities: a run goes through the
-- versions of a neighbour's course too.
SELECT hash FROM course_version
WHERE course = :course AND number > :after AND number <= :upTo
ORDER BY number
