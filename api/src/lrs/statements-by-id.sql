-- Which of these statements are there already, and what do they say?
SELECT id, seq, voided, text FROM statement WHERE municipality = :municipality AND id IN (:ids)
