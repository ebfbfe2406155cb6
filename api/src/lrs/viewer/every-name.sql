-- Who lives here, in the order of names? Parts of names are found outside SQL, which does not know Ø from ø.
SELECT id, name FROM person WHERE municipality = :municipality ORDER BY name, id
