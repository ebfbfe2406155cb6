-- How many documents are about these agents?
SELECT COUNT(*) AS documents FROM document WHERE municipality = :municipality AND agent IN (:keys)
