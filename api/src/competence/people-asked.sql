-- Whom does a requirement reach, or has it reached? Everybody who has ever been in its role, and those who have facts of it.
SELECT DISTINCT person FROM employment
WHERE municipality = :municipality AND (CAST(:role AS text) IS NULL OR role = :role)
UNION
SELECT person FROM fulfilment WHERE municipality = :municipality AND requirement = :requirement
