/** Longer texts are folded. In UTF-16 units, as `length` counts. */
const FOLDED = 900
/** A word may be cut off whole from here on; longer ones are cut where they are. */
const LONGEST_WORD = 100

/** How a long text begins, up to the end of a word where there is one; null for one that is not long. */
export function folded(text: string): string | null {
  if (text.length <= FOLDED) return null
  const start = text.slice(0, FOLDED).toWellFormed().replace(/�$/u, '')
  const whole = start.replace(/\S*$/u, '').trimEnd()
  return `${whole.length >= FOLDED - LONGEST_WORD ? whole : start} …`
}
