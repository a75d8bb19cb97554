-- A text as people look for it: without case, accents (ё is е, é is e) and apostrophes of any kind, with one space for each hyphen, dash or run of spaces.
CREATE FUNCTION kettle_plain(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT btrim(regexp_replace(
    regexp_replace(normalize(lower(value), NFKD), '[\u0300-\u036f''`´ʹʼʻ‘’‛′]', '', 'g'),
    '[-\s\u2010-\u2015\u2212]+', ' ', 'g'))
$$;--> statement-breakpoint
DROP INDEX "users_by_name";--> statement-breakpoint
CREATE INDEX "users_by_plain_name" ON "users" USING gin (kettle_plain("name") gin_trgm_ops) WHERE deleted_at is null;
