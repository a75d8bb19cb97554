DROP INDEX "games_cheap";--> statement-breakpoint
CREATE INDEX "games_cheapest" ON "games" USING btree ("base_price","id" DESC NULLS LAST) WHERE published_at is not null;--> statement-breakpoint
CREATE INDEX "games_dearest" ON "games" USING btree ("base_price" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE published_at is not null;