-- Which of these people have been reminded since then?
SELECT DISTINCT person FROM mail_outbox WHERE municipality = :municipality AND person IN (:people) AND at > :since
