-- Which is the newest version of this course of the municipality, in use or not?
SELECT current AS hash FROM course WHERE municipality = :municipality AND id = :course AND current <> ''
