-- These statements are gone.
DELETE FROM statement WHERE municipality = :municipality AND id IN (:ids)
