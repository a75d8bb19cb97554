DROP INDEX "search_words_beginning";--> statement-breakpoint
ALTER TABLE "search_terms" ALTER COLUMN "term" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
-- What is generated from a column stands in the way of its type, and is made anew.
ALTER TABLE "search_words" DROP COLUMN "sounds", DROP COLUMN "slips";--> statement-breakpoint
ALTER TABLE "search_words" ALTER COLUMN "word" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "search_words"
	ADD COLUMN "sounds" text[] COLLATE "C" GENERATED ALWAYS AS (kettle_sounds(word)) STORED,
	ADD COLUMN "slips" text[] COLLATE "C" GENERATED ALWAYS AS (kettle_slips(word)) STORED;--> statement-breakpoint
CREATE INDEX "search_words_sounds_index" ON "search_words" USING gin ("sounds");--> statement-breakpoint
CREATE INDEX "search_words_slips_index" ON "search_words" USING gin ("slips");
