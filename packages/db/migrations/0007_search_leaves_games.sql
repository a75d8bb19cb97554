DROP INDEX "games_search_index";--> statement-breakpoint
ALTER TABLE "games" DROP COLUMN "rating";--> statement-breakpoint
ALTER TABLE "games" DROP COLUMN "search";--> statement-breakpoint
DROP FUNCTION kettle_game_vector(jsonb, jsonb, jsonb, text[]);