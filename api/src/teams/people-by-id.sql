-- Whom do we write to, and in which language?
SELECT id, name, email, language FROM person WHERE municipality = :municipality AND id IN (:people)
