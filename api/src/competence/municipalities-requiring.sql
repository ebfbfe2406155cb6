-- Which municipalities have ever asked for this course? Crosses them: a neighbour's guide that is to be taken again is so
-- for everybody.
SELECT DISTINCT municipality FROM requirement WHERE course = :course ORDER BY municipality
