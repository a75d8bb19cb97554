const LIMIT_MS = 15_000

/** Stops in order on Ctrl-C or SIGTERM, once, then exits; should stopping hang, it exits all the same. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  const onSignal = async () => {
    if (stopping) return
    stopping = true
    const limit = setTimeout(() => process.exit(1), LIMIT_MS)
    limit.unref()
    await stop()
    process.exit(0)
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  process.on('SIGHUP', onSignal)
}
