-- Which requirements has the municipality ever stated?
SELECT id, competence, role, course, valid_months AS "validMonths", deadline_days AS "deadlineDays", starts, ends
FROM requirement
WHERE municipality = :municipality
