CREATE TABLE "catalogue_revision" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"revision" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "search_terms_tags" ON "search_terms" USING btree ("games" DESC NULLS LAST) WHERE term like '#%';--> statement-breakpoint
INSERT INTO catalogue_revision (one, revision) VALUES (true, 0);--> statement-breakpoint
-- At commit and once a transaction, so that whoever saves many games holds this row for a moment only.
CREATE FUNCTION kettle_catalogue_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('kettle.revised', true) IS DISTINCT FROM txid_current()::text THEN
    PERFORM set_config('kettle.revised', txid_current()::text, true);
    UPDATE public.catalogue_revision SET revision = revision + 1;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER games_revised AFTER INSERT OR UPDATE OR DELETE ON games DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION kettle_catalogue_changed();--> statement-breakpoint
CREATE CONSTRAINT TRIGGER discounts_revised AFTER INSERT OR UPDATE OR DELETE ON discounts DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION kettle_catalogue_changed();
