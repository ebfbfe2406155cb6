-- What has been said of this activity in the municipalities that the asker may see? The first first, no more than anybody reads.
SELECT text FROM activity_definition
WHERE municipality IN (:municipalities) AND activity = :activity
ORDER BY seq, hash
LIMIT 1000
