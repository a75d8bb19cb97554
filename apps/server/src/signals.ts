/** All of stopping takes no longer; what is left then is ended by exiting. */
const LIMIT_MS = 9_000
/** npm and a terminal may both tell of one Ctrl-C. */
const SAME_MS = 400

/**
 * Stops in order on Ctrl-C, SIGTERM or a closed terminal, once, then exits; also when the program that forked this one is
 * gone. Asked a second time, or should stopping hang, it exits at once.
 */
export function stopOnSignal(stop: () => Promise<void>): void {
  let since = 0
  const onSignal = async () => {
    if (since) {
      if (Date.now() - since > SAME_MS) process.exit(1)
      return
    }
    since = Date.now()
    setTimeout(() => process.exit(1), LIMIT_MS).unref()
    const failed = await stop().then(
      () => 0,
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`)
        return 1
      },
    )
    process.exit(failed)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  if (process.send) process.once('disconnect', onSignal)
  // A closed terminal can't be written to any more, which is no reason to end in disorder.
  process.stdout.on('error', () => {})
  process.stderr.on('error', () => {})
}
