-- This key has been used, unless another process has noted a later use. Crosses municipalities: a key has one.
UPDATE lrs_credential SET last_used = :at WHERE credential_key = :key AND (last_used IS NULL OR last_used < :at)
