-- When have these people worked here, and as what?
SELECT person, role, starts, ends FROM employment WHERE municipality = :municipality AND person IN (:people)
