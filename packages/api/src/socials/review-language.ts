import type { Locale } from '../auth/schema.ts'

/** What a text is written in, by its letters: Russian where at least as many are Cyrillic as Latin. */
export function languageOf(text: string): Locale {
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  return cyrillic > 0 && cyrillic >= latin ? 'ru' : 'en'
}
