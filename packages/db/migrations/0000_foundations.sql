CREATE EXTENSION IF NOT EXISTS citext;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent;--> statement-breakpoint
-- unaccent() is only STABLE because its dictionary could be replaced; ours is not, so it may be indexed.
CREATE FUNCTION kettle_fold(value text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN public.unaccent('public.unaccent'::regdictionary, translate(lower(coalesce(value, '')), 'ё', 'е'));--> statement-breakpoint
-- The full-text vector of a game. The Russian configuration stems Latin words as English, so each text is read by its own language
-- and a query by both.
CREATE FUNCTION kettle_game_vector(title jsonb, short_description jsonb, description jsonb, tags text[]) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN
    setweight(to_tsvector('pg_catalog.english', public.kettle_fold(title->>'en')), 'A') ||
    setweight(to_tsvector('pg_catalog.russian', public.kettle_fold(title->>'ru')), 'A') ||
    setweight(array_to_tsvector(tags), 'B') ||
    setweight(to_tsvector('pg_catalog.english', public.kettle_fold(short_description->>'en')), 'C') ||
    setweight(to_tsvector('pg_catalog.russian', public.kettle_fold(short_description->>'ru')), 'C') ||
    setweight(to_tsvector('pg_catalog.english', public.kettle_fold(description->>'en')), 'D') ||
    setweight(to_tsvector('pg_catalog.russian', public.kettle_fold(description->>'ru')), 'D');
