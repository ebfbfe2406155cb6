-- What do these registrations say that their learners have done?
SELECT id, person, course, iri, record FROM registration WHERE municipality = :municipality AND id IN (:ids)
