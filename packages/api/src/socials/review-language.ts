/** What reviews are told apart by, as ISO 639-1: the languages that players of games write in most. */
const LANGUAGES = 'ar be bg cs da de el en es fi fr he hu it ja ko nl no pl pt ro ru sk sv th tr uk vi zh'.split(' ')

/** A few words of Russian look like Bulgarian, which has the same letters. */
const BULGARIAN_LETTERS = 20

/** Its data are megabytes, which only a process that takes reviews needs. */
let detector: Promise<(text: string) => { language: string; isReliable(): boolean }> | undefined

function loadDetector() {
  detector ??= import('eld/extrasmall').then(({ eld }) => {
    eld.setLanguageSubset(LANGUAGES)
    return eld.detect
  })
  return detector
}

/**
 * The language of a text, as ISO 639-1. What is too short to tell ("ok", "10/10") counts by its letters: Russian where at least as
 * many are Cyrillic as Latin, else English.
 */
export async function languageOf(text: string): Promise<string> {
  const detect = await loadDetector()
  const found = detect(text)
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const isLikely = found.isReliable() && (found.language !== 'bg' || letters >= BULGARIAN_LETTERS)
  if (found.language && isLikely) return found.language
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  return cyrillic > 0 && cyrillic >= latin ? 'ru' : 'en'
}
