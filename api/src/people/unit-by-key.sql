-- What are these units called, and where do they stand in the tree?
SELECT id, name, parent, path FROM unit WHERE municipality = :municipality AND id IN (:units) ORDER BY path
