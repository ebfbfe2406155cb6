-- What does the statement with this id say, among those of the municipalities that the asker may see?
SELECT municipality, text FROM statement WHERE municipality IN (:municipalities) AND id = :id AND voided = :voided
