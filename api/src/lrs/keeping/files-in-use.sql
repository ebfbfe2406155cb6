-- Which of these files do attachments have? Crosses municipalities: the same bytes are kept once for all of them.
SELECT DISTINCT file FROM attachment WHERE file IN (:files)
