ALTER TABLE "games" DROP CONSTRAINT "games_price";--> statement-breakpoint
ALTER TABLE "orders" ALTER COLUMN "amount" SET DATA TYPE bigint;--> statement-breakpoint
ALTER TABLE "games" ALTER COLUMN "base_price" SET DATA TYPE bigint;--> statement-breakpoint
ALTER TABLE "games" ADD CONSTRAINT "games_price" CHECK ("games"."base_price" between 0 and 10000000000);