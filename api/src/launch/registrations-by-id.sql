-- What do these registrations say that their learners have done?
SELECT id, person, course, iri, record, asked_at AS "askedAt", hash, stages FROM registration WHERE municipality = :municipality AND id IN (:ids)
