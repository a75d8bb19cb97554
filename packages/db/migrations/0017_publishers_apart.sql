CREATE TABLE "chunk_locations" (
	"owner" text NOT NULL,
	"sha256" text NOT NULL,
	"size" integer NOT NULL,
	"pack" text NOT NULL,
	"offset" integer NOT NULL,
	"packed_size" integer NOT NULL,
	"pack_size" integer NOT NULL,
	"encoding" text NOT NULL,
	CONSTRAINT "chunk_locations_owner_sha256_pk" PRIMARY KEY("owner","sha256")
);
--> statement-breakpoint
DROP INDEX "uploads_user_id_index";--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "queued_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "started_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "lease_id" uuid;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "bytes_done" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "bytes_total" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "new_bytes" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "failure" text;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "failure_message" text;--> statement-breakpoint
CREATE INDEX "chunk_locations_pack_index" ON "chunk_locations" USING btree ("pack");--> statement-breakpoint
CREATE INDEX "uploads_user_id_started_at_index" ON "uploads" USING btree ("user_id","started_at");--> statement-breakpoint
CREATE INDEX "uploads_waiting" ON "uploads" USING btree ("queued_at") WHERE status = 'ingesting';