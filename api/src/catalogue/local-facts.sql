-- What has the municipality filled in for these names?
SELECT name, value FROM local_fact WHERE municipality = :municipality AND name IN (:names)
