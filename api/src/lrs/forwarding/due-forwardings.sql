-- Which forwardings are to be looked at now? Crosses municipalities: the forwarder works for all of them.
SELECT municipality, id FROM forwarding WHERE paused = 0 AND (next_at IS NULL OR next_at <= :now) ORDER BY id
