-- Documents about these agents go.
DELETE FROM document WHERE municipality = :municipality AND agent IN (:keys)
