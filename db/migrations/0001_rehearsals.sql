ALTER TABLE `streams` ADD `rehearsal` integer DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE streams SET rehearsal = 1 WHERE id IN (
	SELECT stream FROM facts WHERE type = 'gatheringOpened' AND json_extract(data, '$.rehearsal')
);
--> statement-breakpoint
DROP TRIGGER facts_never_go;
--> statement-breakpoint
CREATE TRIGGER facts_never_go BEFORE DELETE ON facts
WHEN (SELECT rehearsal FROM streams WHERE id = OLD.stream) IS NOT 1
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
