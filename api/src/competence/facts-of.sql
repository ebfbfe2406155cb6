-- What is stored of these people and these requirements?
SELECT person, requirement, starts, ends, due, fulfilled_on AS "on", valid_until AS "validUntil", progress
FROM fulfilment
WHERE municipality = :municipality AND person IN (:people) AND requirement IN (:requirements)
