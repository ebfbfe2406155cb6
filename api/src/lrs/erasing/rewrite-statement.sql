-- The statement says this from now on.
UPDATE statement SET text = :text WHERE municipality = :municipality AND id = :id
