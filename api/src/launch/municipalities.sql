-- Which municipalities are there? Crosses them: the operator's tool goes through all, one at a time.
SELECT orgnr FROM municipality ORDER BY orgnr
