import { type ChildProcess, fork, type Serializable } from 'node:child_process'
import { once } from 'node:events'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Guard } from './guarding.ts'

export interface SupervisedProgram {
  /** What people call it, as in "the server". */
  name: string
  file: string
  args?: string[]
  env?: NodeJS.ProcessEnv
  /** Told to each new process. */
  message?: Serializable
  /** Hears what a process tells once it is ready. */
  onReady?: (told: unknown) => void
}

export interface Supervisor {
  /** Starts the program anew because of a changed file; changes while it starts or stops count as one more. */
  restart(changedFile: string): void
  stop(): Promise<void>
}

const root = fileURLToPath(new URL('../../../..', import.meta.url))

/**
 * Runs a program until it is stopped, and starts it anew when told to. One that ends by itself stays down until the next
 * change, since whatever ended it would end it again.
 */
export function superviseProgram(
  program: SupervisedProgram,
  { guard, say }: { guard: Guard; say: (text: string) => void },
): Supervisor {
  let child = start(null)
  let pending: string | null = null
  let isBusy = false
  let working = Promise.resolve()
  let isStopping = false
  if (program.message) child.process.send(program.message)

  function start(since: number | null): Running {
    const { file, args = [], env } = program
    const own: Running = {
      // A terminal's Ctrl-C goes to the whole process group; this program is ended by its supervisor alone.
      process: fork(file, args, { env, detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }),
      isAsked: false,
    }
    guard.watch(own.process, 'SIGTERM')
    own.process.on('error', () => {})
    own.process.once('message', (told) => {
      if (since !== null) say(`${program.name} is back after ${((performance.now() - since) / 1000).toFixed(1)} s.`)
      program.onReady?.(told)
    })
    own.process.once('exit', (code, signal) => {
      if (!own.isAsked && !isStopping)
        say(`${program.name} ended (${signal ?? code}). It is started again after the next change.`)
    })
    return own
  }

  async function end(running: Running): Promise<void> {
    running.isAsked = true
    const { process } = running
    if (process.exitCode !== null || process.signalCode !== null) return
    const gone = once(process, 'exit')
    process.kill('SIGTERM')
    await gone
  }

  async function work(): Promise<void> {
    isBusy = true
    while (pending !== null && !isStopping) {
      const since = performance.now()
      say(`${program.name} is started again: ${relative(root, pending)} changed …`)
      pending = null
      // One that waits for its message loads its modules while the old one stops.
      const early = program.message ? start(since) : null
      await end(child)
      if (isStopping) {
        if (early) await end(early)
        break
      }
      child = early ?? start(since)
      if (program.message && child.process.connected) child.process.send(program.message)
    }
    isBusy = false
  }

  return {
    restart(changedFile) {
      pending = changedFile
      if (!isBusy) working = work()
    },
    async stop() {
      isStopping = true
      await end(child)
      await working
    },
  }
}

interface Running {
  process: ChildProcess
  /** It ends because it was asked to. */
  isAsked: boolean
}
