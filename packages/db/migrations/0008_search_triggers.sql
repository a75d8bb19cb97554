-- Long vectors stay in the row, uncompressed: ranking reads hundreds of them at a time.
ALTER TABLE game_search ALTER COLUMN document SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE game_search SET (toast_tuple_target = 8160);--> statement-breakpoint
ALTER TABLE search_terms SET (fillfactor = 70);--> statement-breakpoint
ALTER TABLE search_words SET (fillfactor = 70);--> statement-breakpoint
-- Writes what search reads of these games. Called by the triggers below, and at once for many by an import.
CREATE FUNCTION kettle_index_games(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO public.game_search AS had (game_id, published, document, titles, title_words, prior)
  SELECT g.id, g.published_at IS NOT NULL,
    public.kettle_game_document(g.title, g.short_description, g.description, g.tags || g.genres, g.developer || ' ' || g.publisher),
    ARRAY(SELECT DISTINCT public.kettle_words(t) FROM unnest(ARRAY[g.title->>'en', g.title->>'ru']) t),
    greatest(1, array_length(string_to_array(public.kettle_words(g.title->>'en'), ' '), 1)),
    coalesce(s.prior, 0)
  FROM public.games g LEFT JOIN public.game_stats s ON s.game_id = g.id
  WHERE g.id = ANY (ids)
  ON CONFLICT (game_id) DO UPDATE SET (published, document, titles, title_words, prior) =
    (excluded.published, excluded.document, excluded.titles, excluded.title_words, excluded.prior)
  WHERE (had.published, had.document, had.titles, had.prior) IS DISTINCT FROM
    (excluded.published, excluded.document, excluded.titles, excluded.prior)
$$;--> statement-breakpoint
-- How many games each term and each word stands in, moved by what one game lost and gained. In order, so that two who save at once
-- never wait for each other crosswise.
CREATE FUNCTION kettle_recount(lost_terms text[], new_terms text[], lost_words text[], new_words text[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO public.search_terms AS had (term, games)
    SELECT term, sum(step) FROM (SELECT unnest(lost_terms) AS term, -1 AS step UNION ALL SELECT unnest(new_terms), 1) AS steps
    GROUP BY term HAVING sum(step) <> 0 ORDER BY term
    ON CONFLICT (term) DO UPDATE SET games = greatest(0, had.games + excluded.games);
  INSERT INTO public.search_words AS had (word, games)
    SELECT word, sum(step) FROM (SELECT unnest(lost_words) AS word, -1 AS step UNION ALL SELECT unnest(new_words), 1) AS steps
    GROUP BY word HAVING sum(step) <> 0 ORDER BY word
    ON CONFLICT (word) DO UPDATE SET games = greatest(0, had.games + excluded.games);
$$;--> statement-breakpoint
-- Counts all of it anew: after an import, which does not count game by game.
CREATE FUNCTION kettle_recount_all() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  CREATE TEMP TABLE counted ON COMMIT DROP AS
    SELECT word AS term, ndoc AS games FROM ts_stat('SELECT document FROM public.game_search');
  DELETE FROM public.search_terms t WHERE NOT EXISTS (SELECT FROM counted c WHERE c.term = t.term);
  INSERT INTO public.search_terms AS had (term, games) SELECT term, games FROM counted
    ON CONFLICT (term) DO UPDATE SET games = excluded.games WHERE had.games <> excluded.games;
  TRUNCATE counted;
  INSERT INTO counted SELECT word, ndoc FROM ts_stat(
    'SELECT array_to_tsvector(public.kettle_game_words(title, short_description, description, tags || genres)) FROM public.games');
  DELETE FROM public.search_words w WHERE NOT EXISTS (SELECT FROM counted c WHERE c.term = w.word);
  INSERT INTO public.search_words AS had (word, games) SELECT term, games FROM counted
    ON CONFLICT (word) DO UPDATE SET games = excluded.games WHERE had.games <> excluded.games;
  DROP TABLE counted;
END $$;--> statement-breakpoint
CREATE FUNCTION kettle_game_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before tsvector;
  old_words text[] := '{}';
BEGIN
  -- An import indexes and counts by itself, in bulk.
  IF current_setting('kettle.import', true) = 'on' THEN RETURN NULL; END IF;
  IF TG_OP <> 'INSERT' THEN
    SELECT document INTO before FROM public.game_search WHERE game_id = OLD.id;
    old_words := public.kettle_game_words(OLD.title, OLD.short_description, OLD.description, OLD.tags || OLD.genres);
  END IF;
  IF TG_OP = 'DELETE' THEN
    PERFORM public.kettle_recount(tsvector_to_array(coalesce(before, '')), '{}', old_words, '{}');
    RETURN OLD;
  END IF;
  IF TG_OP = 'INSERT' THEN INSERT INTO public.game_stats (game_id) VALUES (NEW.id) ON CONFLICT DO NOTHING; END IF;
  PERFORM public.kettle_index_games(ARRAY[NEW.id]);
  PERFORM public.kettle_recount(
    tsvector_to_array(coalesce(before, '')),
    (SELECT tsvector_to_array(document) FROM public.game_search WHERE game_id = NEW.id),
    old_words,
    public.kettle_game_words(NEW.title, NEW.short_description, NEW.description, NEW.tags || NEW.genres));
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER games_searched AFTER INSERT OR UPDATE OF title, short_description, description, tags, genres, developer, publisher, published_at ON games
  FOR EACH ROW EXECUTE FUNCTION kettle_game_changed();--> statement-breakpoint
-- Before, while the cascade has not yet taken its row of game_search away.
CREATE TRIGGER games_unsearched BEFORE DELETE ON games FOR EACH ROW EXECUTE FUNCTION kettle_game_changed();--> statement-breakpoint
-- Purchases and reviews move the prior only now and then: it is a rounded logarithm.
CREATE FUNCTION kettle_prior_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.game_search SET prior = NEW.prior WHERE game_id = NEW.game_id AND prior <> NEW.prior;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER game_stats_prior_inserted AFTER INSERT ON game_stats FOR EACH ROW WHEN (NEW.prior <> 0) EXECUTE FUNCTION kettle_prior_changed();--> statement-breakpoint
CREATE TRIGGER game_stats_prior_updated AFTER UPDATE ON game_stats FOR EACH ROW WHEN (OLD.prior <> NEW.prior) EXECUTE FUNCTION kettle_prior_changed();--> statement-breakpoint
INSERT INTO game_stats (game_id) SELECT id FROM games ON CONFLICT DO NOTHING;--> statement-breakpoint
SELECT kettle_index_games(ARRAY(SELECT id FROM games));--> statement-breakpoint
SELECT kettle_recount_all();
