-- Whose statements are there? Crosses municipalities: for the operator, who reads all of them.
SELECT orgnr FROM municipality ORDER BY orgnr
