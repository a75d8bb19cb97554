-- A text as the words that search compares: folded, without apostrophes, parted by single spaces.
CREATE FUNCTION kettle_words(value text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN btrim(regexp_replace(public.kettle_fold(regexp_replace(value, '[''’‘`´®™©]', '', 'g')), '[^[:alnum:]]+', ' ', 'g'));--> statement-breakpoint
-- Latin words are stemmed as English, Cyrillic ones as Russian: the Russian configuration does both.
CREATE FUNCTION kettle_text_vector(value text, label "char") RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN setweight(to_tsvector('pg_catalog.russian', public.kettle_words(left(value, 20000))), label);--> statement-breakpoint
-- The stem that kettle_text_vector makes of one folded word; null for a stop word.
CREATE FUNCTION kettle_stem(word text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN word ~ '\d' THEN word
    WHEN word ~ '^[a-z]+$' THEN (ts_lexize('pg_catalog.english_stem', word))[1]
    ELSE (ts_lexize('pg_catalog.russian_stem', word))[1]
  END;--> statement-breakpoint
-- What a title answers to, word by word: its words, a Roman number also as digits, neighbours written as one ("starcraft" for
-- "star craft"), and its initials ("gta5", "gta"). The words themselves come first.
CREATE FUNCTION kettle_title_terms(title text) RETURNS text[]
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  words text[] := array_remove(string_to_array(public.kettle_words(left(title, 300)), ' '), '');
  roman constant text[] := '{i,ii,iii,iv,v,vi,vii,viii,ix,x,xi,xii,xiii,xiv,xv,xvi}';
  size int := coalesce(array_length(words, 1), 0);
  extra text[] := '{}';
  initials text := '';
  digits text;
BEGIN
  FOR i IN 1 .. size LOOP
    digits := CASE WHEN i > 1 THEN array_position(roman, words[i])::text END;
    IF digits IS NOT NULL THEN extra := extra || digits; END IF;
    IF i < size AND length(words[i]) + length(words[i + 1]) BETWEEN 3 AND 30 THEN
      extra := extra || (words[i] || words[i + 1]);
    END IF;
    IF i = size AND size > 2 AND (digits IS NOT NULL OR words[i] ~ '^\d+$') THEN extra := extra || initials; END IF;
    initials := initials || coalesce(digits, CASE WHEN words[i] ~ '^\d+$' THEN words[i] ELSE left(words[i], 1) END);
  END LOOP;
  IF size BETWEEN 3 AND 8 OR (size = 2 AND initials ~ '\d$') THEN
    extra := extra || initials;
  END IF;
  RETURN words || extra;
END $$;--> statement-breakpoint
-- The full-text vector of a game, in one: stems with their places (A title, B tags, C short text and makers, D long text), and two kinds of
-- marks without places: '=word' for what the title answers to, '#tag' for its tags and genres.
CREATE FUNCTION kettle_game_document(title jsonb, short_description jsonb, description jsonb, tags text[], makers text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN
    public.kettle_text_vector(title->>'en', 'A') ||
    CASE WHEN title->>'ru' IS DISTINCT FROM title->>'en' THEN public.kettle_text_vector(title->>'ru', 'A') ELSE ''::tsvector END ||
    public.kettle_text_vector(array_to_string(tags, ' '), 'B') ||
    public.kettle_text_vector(short_description->>'en', 'C') ||
    CASE WHEN short_description->>'ru' IS DISTINCT FROM short_description->>'en' THEN public.kettle_text_vector(short_description->>'ru', 'C') ELSE ''::tsvector END ||
    CASE WHEN description->>'en' IS DISTINCT FROM short_description->>'en' THEN public.kettle_text_vector(description->>'en', 'D') ELSE ''::tsvector END ||
    CASE WHEN description->>'ru' IS DISTINCT FROM description->>'en' AND description->>'ru' IS DISTINCT FROM short_description->>'ru' THEN public.kettle_text_vector(description->>'ru', 'D') ELSE ''::tsvector END ||
    public.kettle_text_vector(makers, 'C') ||
    array_to_tsvector(ARRAY(SELECT DISTINCT '=' || term FROM unnest(public.kettle_title_terms(title->>'en') || public.kettle_title_terms(title->>'ru')) term WHERE length(term) BETWEEN 1 AND 60)) ||
    array_to_tsvector(ARRAY(SELECT DISTINCT '#' || lower(tag) FROM unnest(tags) tag WHERE tag <> ''));--> statement-breakpoint
-- How a word sounds, roughly, in either script: its consonants, and that it begins with a vowel. A Latin word may sound in several ways.
CREATE FUNCTION kettle_sounds(word text) RETURNS text[]
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  base text := word;
  ways text[];
  way text;
  sounds text[] := '{}';
BEGIN
  IF word ~ '^[a-z]{2,}$' THEN
    base := regexp_replace(base, '^(kn|gn|pn)', 'n');
    base := regexp_replace(base, '^wr', 'r');
    base := regexp_replace(base, '^x', 's');
    base := regexp_replace(base, '(.)\1', '\1', 'g');
    base := regexp_replace(base, 'ght', 't', 'g');
    base := regexp_replace(base, 'tch', 'ch', 'g');
    base := regexp_replace(base, 'sch|shch|sh|zh|tion', 'ш', 'g');
    base := replace(replace(replace(replace(base, 'ck', 'k'), 'qu', 'kv'), 'q', 'k'), 'x', 'ks');
    base := replace(replace(base, 'th', 't'), 'wh', 'w');
    base := regexp_replace(base, '([aeou])w(?=[^aeiouy]|$)', '\1', 'g');
    base := replace(base, 'w', 'v');
    base := regexp_replace(base, 'j|dg', 'ж', 'g');
    base := replace(base, 'z', 's');
    ways := ARRAY[
      replace(replace(regexp_replace(base, 'c(?=[eiy])', 's', 'g'), 'ch', 'ч'), 'ph', 'f'),
      replace(replace(regexp_replace(regexp_replace(base, 'c(?=[eiy])', 's', 'g'), 'g(?=[eiy])', 'ж', 'g'), 'ch', 'ч'), 'ph', 'f'),
      replace(replace(base, 'ch', 'k'), 'ph', 'p')];
  ELSIF word ~ '^[а-я]{2,}$' THEN
    base := regexp_replace(base, '(.)\1', '\1', 'g');
    base := replace(replace(base, 'дж', 'ж'), 'тч', 'ч');
    base := replace(base, 'ц', 'тс');
    ways := ARRAY[translate(base, 'бвгдзклмнпрстфхщаеиоуыэюяйьъ', 'bvgdsklmnprstfhшaeiouieuai')];
  ELSE
    RETURN NULL;
  END IF;
  FOREACH way IN ARRAY ways LOOP
    way := replace(way, 'c', 'k');
    way := regexp_replace(way, '(?<!^)h', '', 'g');
    way := regexp_replace(regexp_replace(way, '^[aeiouy]+', '*'), '[aeiouy]', '', 'g');
    IF length(way) >= 2 AND NOT way = ANY (sounds) THEN sounds := sounds || way; END IF;
  END LOOP;
  RETURN sounds;
END $$;--> statement-breakpoint
-- The word itself and the word with each one letter left out: two words of which these overlap are at most a slip or two apart.
CREATE FUNCTION kettle_slips(word text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY(SELECT word WHERE length(word) <= 30 UNION SELECT left(word, i - 1) || substr(word, i + 1) FROM generate_series(1, CASE WHEN length(word) BETWEEN 3 AND 30 THEN length(word) ELSE 0 END) i);
--> statement-breakpoint
-- The words of a game's texts as they stand there: what a misspelt word may have meant.
CREATE FUNCTION kettle_game_words(title jsonb, short_description jsonb, description jsonb, tags text[]) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY(
    SELECT DISTINCT word FROM unnest(string_to_array(public.kettle_words(concat_ws(' ',
      title->>'en', title->>'ru', short_description->>'en', short_description->>'ru',
      left(description->>'en', 20000), left(description->>'ru', 20000), array_to_string(tags, ' '))), ' ')) word
    WHERE length(word) BETWEEN 2 AND 30 AND word !~ '^\d+$');--> statement-breakpoint
-- The lower end of the 95 % confidence interval of a share of thumbs up (Wilson, 1927): one thumb does not make a best game.
CREATE FUNCTION kettle_rating_score(positive integer, total integer) RETURNS double precision
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN total > 0 THEN
    ((positive::float8 / total) + 1.9208 / total - 1.96 * sqrt((positive::float8 / total) * (1 - positive::float8 / total) / total + 0.9604 / (total::float8 * total))) / (1 + 3.8416 / total)
  ELSE 0 END;
