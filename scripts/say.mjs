/** One line on what is being done. */
export const say = (text) => process.stdout.write(`• ${text} …\n`)

/** One line on what is less good than it could be. */
export const note = (text) => process.stderr.write(`  ${text}\n`)

/** Ends with one sentence on what can't be done and what to do. */
export function giveUp(text) {
  process.stderr.write(`\n${text}\n`)
  process.exit(1)
}
