ALTER TYPE "public"."account_kind" ADD VALUE 'loss';--> statement-breakpoint
ALTER TYPE "public"."journal_kind" ADD VALUE 'chargeback';--> statement-breakpoint
ALTER TYPE "public"."journal_kind" ADD VALUE 'chargeback_won';--> statement-breakpoint
ALTER TYPE "public"."journal_kind" ADD VALUE 'debt';--> statement-breakpoint
ALTER TYPE "public"."order_status" ADD VALUE 'disputed';--> statement-breakpoint
CREATE TABLE "store_settings" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"currency" text NOT NULL,
	CONSTRAINT "store_settings_one" CHECK ("store_settings"."id" = 1)
);
--> statement-breakpoint
DROP INDEX "ledger_journals_once";--> statement-breakpoint
ALTER TABLE "ledger_accounts" ADD COLUMN "debt" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger_journals" ADD COLUMN "amount" bigint;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "cancelled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "refund_key" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "returned_amount" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "disputed_amount" bigint;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "contact" jsonb;--> statement-breakpoint
CREATE INDEX "ledger_journals_order_id_index" ON "ledger_journals" USING btree ("order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_journals_once" ON "ledger_journals" USING btree ("order_id","kind") WHERE kind in ('top_up', 'purchase', 'refund', 'refund_to_wallet');--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_refund_key" UNIQUE("user_id","refund_key");--> statement-breakpoint
ALTER TABLE "ledger_accounts" ADD CONSTRAINT "ledger_accounts_debt" CHECK ("ledger_accounts"."debt" >= 0 and ("ledger_accounts"."debt" = 0 or "ledger_accounts"."user_id" is not null));