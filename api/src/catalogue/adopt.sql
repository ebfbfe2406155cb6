-- Takes the course into use in the municipality. Is it there already? Then nothing changes.
INSERT INTO adoption (municipality, course, since, adopted_by)
VALUES (:municipality, :course, :since, :person)
ON CONFLICT (municipality, course) DO NOTHING
