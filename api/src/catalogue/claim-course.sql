-- Whose turn is it to publish this course? Makes the course when it is new; its row is held until the transaction ends,
-- so that two publications of one course wait for each other.
INSERT INTO course (municipality, id, slug, iri, current)
VALUES (:municipality, :id, :slug, :iri, '')
ON CONFLICT (id) DO UPDATE SET slug = excluded.slug
