-- Which requirements in force or coming ask for this course?
SELECT competence, role FROM requirement
WHERE municipality = :municipality AND course = :course AND (ends IS NULL OR (ends >= :today AND ends >= starts))
