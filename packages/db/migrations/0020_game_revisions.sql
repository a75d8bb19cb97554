CREATE TABLE "game_addresses" (
	"slug" text PRIMARY KEY NOT NULL,
	"game_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "games" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "games" ADD COLUMN "column_revisions" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "game_addresses" ADD CONSTRAINT "game_addresses_game_id_games_id_fk" FOREIGN KEY ("game_id") REFERENCES "public"."games"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "game_addresses_game_id_index" ON "game_addresses" USING btree ("game_id");--> statement-breakpoint
INSERT INTO game_addresses (slug, game_id) SELECT slug, id FROM games;--> statement-breakpoint
-- Whoever changes a game moves its revision, so that no writer can forget to.
CREATE FUNCTION kettle_game_revised() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before jsonb := to_jsonb(OLD);
  changed jsonb;
BEGIN
  SELECT jsonb_object_agg(key, OLD.revision + 1) INTO changed FROM jsonb_each(to_jsonb(NEW))
    WHERE key NOT IN ('revision', 'column_revisions') AND value IS DISTINCT FROM before -> key;
  IF changed IS NOT NULL THEN
    NEW.revision := OLD.revision + 1;
    NEW.column_revisions := OLD.column_revisions || changed;
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER games_revision BEFORE UPDATE ON games FOR EACH ROW EXECUTE FUNCTION kettle_game_revised();--> statement-breakpoint
-- An address that a game ever had is taken for all others, as if it were its slug.
CREATE FUNCTION kettle_keep_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.game_addresses (slug, game_id) VALUES (NEW.slug, NEW.id) ON CONFLICT (slug) DO NOTHING;
  IF NOT EXISTS (SELECT FROM public.game_addresses WHERE slug = NEW.slug AND game_id = NEW.id) THEN
    RAISE unique_violation USING MESSAGE = 'another game has or had this address', CONSTRAINT = 'games_slug_unique';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER games_address_kept AFTER INSERT OR UPDATE OF slug ON games FOR EACH ROW EXECUTE FUNCTION kettle_keep_address();--> statement-breakpoint
-- A title in one language counts as well as one in both.
CREATE OR REPLACE FUNCTION kettle_index_games(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO public.game_search AS had (game_id, published, document, titles, title_words, prior)
  SELECT g.id, g.published_at IS NOT NULL,
    public.kettle_game_document(g.title, g.short_description, g.description, g.tags || g.genres, g.developer || ' ' || g.publisher),
    ARRAY(SELECT DISTINCT public.kettle_words(t) FROM unnest(ARRAY[g.title->>'en', g.title->>'ru']) t WHERE t <> ''),
    greatest(1, array_length(string_to_array(public.kettle_words(coalesce(nullif(g.title->>'en', ''), g.title->>'ru')), ' '), 1)),
    coalesce(s.prior, 0)
  FROM public.games g LEFT JOIN public.game_stats s ON s.game_id = g.id
  WHERE g.id = ANY (ids)
  ON CONFLICT (game_id) DO UPDATE SET (published, document, titles, title_words, prior) =
    (excluded.published, excluded.document, excluded.titles, excluded.title_words, excluded.prior)
  WHERE (had.published, had.document, had.titles, had.prior) IS DISTINCT FROM
    (excluded.published, excluded.document, excluded.titles, excluded.prior)
$$;
