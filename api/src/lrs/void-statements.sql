-- These statements are voided: they are found by voidedStatementId only.
UPDATE statement SET voided = 1 WHERE municipality = :municipality AND id IN (:ids)
