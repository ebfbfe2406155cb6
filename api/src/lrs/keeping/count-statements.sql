-- How many statements does this municipality have?
SELECT COUNT(*) AS stored FROM statement WHERE municipality = :municipality
