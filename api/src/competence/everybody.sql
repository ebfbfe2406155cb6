-- Who is there to compute for? Those who have ever worked here, and those who have facts.
SELECT DISTINCT person FROM employment WHERE municipality = :municipality
UNION
SELECT DISTINCT person FROM fulfilment WHERE municipality = :municipality
ORDER BY 1
