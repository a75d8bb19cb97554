CREATE TABLE "depot_garbage" (
	"kind" text NOT NULL,
	"sha256" text NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "depot_garbage_kind_sha256_pk" PRIMARY KEY("kind","sha256")
);
--> statement-breakpoint
CREATE TABLE "patches" (
	"build_id" uuid NOT NULL,
	"from_build_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"size" bigint NOT NULL,
	"update_bytes" bigint NOT NULL,
	CONSTRAINT "patches_build_id_from_build_id_pk" PRIMARY KEY("build_id","from_build_id")
);
--> statement-breakpoint
ALTER TABLE "patches" ADD CONSTRAINT "patches_build_id_builds_id_fk" FOREIGN KEY ("build_id") REFERENCES "public"."builds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patches" ADD CONSTRAINT "patches_from_build_id_builds_id_fk" FOREIGN KEY ("from_build_id") REFERENCES "public"."builds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "patches_from_build_id_index" ON "patches" USING btree ("from_build_id");--> statement-breakpoint
CREATE INDEX "chunks_pack_index" ON "chunks" USING btree ("pack");