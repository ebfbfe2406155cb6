-- Who is this key, and for which municipality may it speak? The key itself is what names the municipality.
SELECT credential_key AS key, municipality, hash, scopes, expires FROM lrs_credential WHERE credential_key = :key
