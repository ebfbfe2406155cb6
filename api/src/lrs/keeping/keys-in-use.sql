-- Which of these keys still lead to a statement?
SELECT DISTINCT key FROM statement_key WHERE municipality = :municipality AND key IN (:keys)
