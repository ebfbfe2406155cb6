-- Opens the next run of a course for a person. Nothing happens where another tab has just opened it.
INSERT INTO registration (municipality, id, person, course, run, iri, version, hash, started, record)
VALUES (:municipality, :id, :person, :course, :run, :iri, :version, :hash, :started, :record)
ON CONFLICT DO NOTHING
