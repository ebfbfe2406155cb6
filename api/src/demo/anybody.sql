-- Does anybody live here yet? Crosses municipalities: the whole database is meant.
SELECT orgnr FROM municipality LIMIT 1
