-- Which documents are kept here, changed after a given instant?
SELECT id FROM document WHERE municipality = :municipality AND place = :place AND updated > :since ORDER BY id
