-- How many statements have one of these verbs?
SELECT COUNT(*) AS stored FROM statement_key WHERE municipality = :municipality AND key IN (:keys) AND via = ''
