/** Turn-round marks of Unicode's bidi algorithm: with them a text can pretend to be another. Direction is left to the screen. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/gu
/** Controls but tab and newline, and what shows nothing; U+200D joins emoji and stays. */
const UNSEEN = /[\p{Cc}\u00AD\u200B\u2060-\u2064\u206A-\u206F\uFEFF\uFFF9-\uFFFB]/gu
/** Letters of no language carry more marks than these. */
const PILES = /(\p{M}{4})\p{M}+/gu

/** What somebody wrote, as it may be kept and shown: in NFC, without what is unseen, turns text round or piles up. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/gu, '\n')
    .replace(UNSEEN, (found) => (found === '\n' || found === '\t' ? found : ''))
    .replace(TURNS, '')
    .replace(PILES, '$1')
    .replace(/\n{4,}/gu, '\n\n\n')
    .trim()
}
