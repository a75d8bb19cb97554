CREATE TABLE "game_search" (
	"game_id" uuid PRIMARY KEY NOT NULL,
	"published" boolean NOT NULL,
	"document" "tsvector" NOT NULL,
	"titles" text[] NOT NULL,
	"title_words" smallint NOT NULL,
	"prior" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_terms" (
	"term" text PRIMARY KEY NOT NULL,
	"games" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL,
	"games" integer NOT NULL,
	"sounds" text[] GENERATED ALWAYS AS (kettle_sounds(word)) STORED,
	"slips" text[] GENERATED ALWAYS AS (kettle_slips(word)) STORED
);
--> statement-breakpoint
DROP INDEX "game_stats_popularity_game_id_index";--> statement-breakpoint
ALTER TABLE "games" ALTER COLUMN "release_date" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "game_stats" ADD COLUMN "imported_popularity" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "game_stats" ADD COLUMN "trend" double precision GENERATED ALWAYS AS (case when popularity = 0 then imported_popularity when imported_popularity = 0 then popularity
          else greatest(popularity, imported_popularity) + ln(1 + exp(-abs(popularity - imported_popularity))) end) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "game_stats" ADD COLUMN "review_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "game_stats" ADD COLUMN "review_positive" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "game_stats" ADD COLUMN "rating" smallint GENERATED ALWAYS AS (case when review_count > 0 then round(100.0 * review_positive / review_count) end) STORED;--> statement-breakpoint
ALTER TABLE "game_stats" ADD COLUMN "rating_score" double precision GENERATED ALWAYS AS (kettle_rating_score(review_positive, review_count)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "game_stats" ADD COLUMN "prior" smallint GENERATED ALWAYS AS (round(2 * ln(1 + review_count + 5 * purchases))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "games" ADD COLUMN "genres" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "games" ADD COLUMN "screenshots" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "games" ADD COLUMN "languages" jsonb DEFAULT '{"interface":[],"audio":[],"subtitles":[]}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "games" ADD COLUMN "age_mark" smallint;--> statement-breakpoint
ALTER TABLE "games" ADD COLUMN "requirements" jsonb;--> statement-breakpoint
ALTER TABLE "games" ADD COLUMN "catalog_ref" text;--> statement-breakpoint
ALTER TABLE "game_search" ADD CONSTRAINT "game_search_game_id_games_id_fk" FOREIGN KEY ("game_id") REFERENCES "public"."games"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "game_search_document_index" ON "game_search" USING gin ("document");--> statement-breakpoint
CREATE INDEX "game_search_known" ON "game_search" USING btree ("prior" DESC NULLS LAST,"game_id" DESC NULLS LAST) WHERE published;--> statement-breakpoint
CREATE INDEX "search_words_sounds_index" ON "search_words" USING gin ("sounds");--> statement-breakpoint
CREATE INDEX "search_words_slips_index" ON "search_words" USING gin ("slips");--> statement-breakpoint
CREATE INDEX "search_words_beginning" ON "search_words" USING btree ("word" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "game_stats_trend_game_id_index" ON "game_stats" USING btree ("trend" DESC NULLS LAST,"game_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "game_stats_rating_score_game_id_index" ON "game_stats" USING btree ("rating_score" DESC NULLS LAST,"game_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "games_cheap" ON "games" USING btree ("base_price","id") WHERE published_at is not null;--> statement-breakpoint
ALTER TABLE "games" ADD CONSTRAINT "games_catalog_ref" UNIQUE("catalog_ref");--> statement-breakpoint
ALTER TABLE "game_stats" ADD CONSTRAINT "game_stats_reviews" CHECK ("game_stats"."review_positive" between 0 and "game_stats"."review_count");--> statement-breakpoint
ALTER TABLE "games" ADD CONSTRAINT "games_age_mark" CHECK ("games"."age_mark" in (0, 6, 12, 16, 18));