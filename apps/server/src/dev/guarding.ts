import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Sees to it that no process outlives this one, however this one ends. */
export interface Guard {
  /** True once the end has begun: nothing is to be started again. */
  readonly ending: boolean
  /** Has a child ended by `signal` with all others; at once when the end has begun already. */
  watch(child: ChildProcess, signal: NodeJS.Signals): void
  /** Ends all that is watched and waits until it is gone. */
  end(): Promise<void>
}

const program = fileURLToPath(new URL('./guard.ts', import.meta.url))

/** Starts the guard, a process of its own: so `kill -9` of this one is no way around it. */
export function startGuard(): Guard {
  const watched = new Map<number, NodeJS.Signals>()
  let ending = false
  let guard = start()

  function start(): ChildProcess {
    const child = spawn(process.execPath, [program], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
    child.stdin?.on('error', () => {})
    child.once('exit', () => {
      if (!ending) guard = start()
    })
    child.unref()
    ;(child.stdin as unknown as { unref?(): void })?.unref?.()
    for (const [pid, signal] of watched) child.stdin?.write(`watch ${pid} ${signal}\n`)
    return child
  }

  return {
    get ending() {
      return ending
    },
    watch: (child, signal) => {
      const { pid } = child
      if (pid === undefined) return
      if (ending) return void child.kill(signal)
      watched.set(pid, signal)
      guard.stdin?.write(`watch ${pid} ${signal}\n`)
      child.once('exit', () => {
        watched.delete(pid)
        if (!ending) guard.stdin?.write(`forget ${pid}\n`)
      })
    },
    end: async () => {
      if (!ending) {
        ending = true
        guard.stdin?.end()
      }
      guard.ref()
      if (guard.exitCode === null && guard.signalCode === null) await once(guard, 'exit')
    },
  }
}
