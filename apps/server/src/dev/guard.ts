// Told by stdin which processes to watch ("watch PID SIGNAL", "forget PID"). When stdin closes, because the process that
// started it wants to end or is gone by `kill -9`, it ends them all and then itself.
import { createInterface } from 'node:readline'
import { end, type Sighting, sight } from './processes.ts'

const watched = new Map<number, { seen: Sighting; signal: NodeJS.Signals }>()

// Only the closed pipe ends it: a signal to all processes at once must not leave the others without it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})

const lines = createInterface({ input: process.stdin })
lines.on('line', (line) => {
  const [verb, id, signal] = line.split(' ')
  const pid = Number(id)
  if (verb === 'watch') watched.set(pid, { seen: sight(pid), signal: signal as NodeJS.Signals })
  else watched.delete(pid)
})
lines.once('close', async () => {
  await Promise.all([...watched.values()].map(({ seen, signal }) => end(seen, signal)))
  process.exit(0)
})
