-- Whose are these keys? The key itself is what names the municipality.
SELECT credential_key AS key, municipality FROM lrs_credential WHERE credential_key IN (:keys)
