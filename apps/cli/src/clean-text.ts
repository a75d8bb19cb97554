// What moves the cursor, sets the title or the clipboard, clears the screen (ECMA-48), or turns the order of text round.
const COMMANDS = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu
const REPLACEMENT = '\ufffd'

/** A text of somebody else's as one line that a terminal shows and doesn't obey. */
export function oneLine(text: string): string {
  return text.replace(COMMANDS, REPLACEMENT)
}

/** The same for a text of several lines, whose parts of somebody else's are one line each already. */
export function plainLines(text: string): string {
  return text.split('\n').map(oneLine).join('\n')
}
