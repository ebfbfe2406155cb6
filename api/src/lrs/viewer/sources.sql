-- Which keys may statements of this municipality have come in with?
SELECT credential_key AS id, label FROM lrs_credential WHERE municipality = :municipality ORDER BY label, credential_key
