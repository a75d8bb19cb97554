import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import { childEnvironment } from '../child-environment.ts'
import { StartError } from '../start-error.ts'
import type { SftpProcessMessage, SftpProcessOptions } from './process.ts'

/**
 * How Node runs an SFTP node: a young heap large enough, with the buffers counted in it, that what a READ needs for a
 * millisecond is swept up cheaply. Without them full collections take a sixth of the node's time.
 */
export const SFTP_NODE_ARGUMENTS = ['--external-memory-accounted-in-global-limit', '--initial-heap-size=256']

export interface SupervisedSftp {
  port: number
  /** The process that serves now; while it is started again, the one that died. */
  readonly pid: number | undefined
  close(): Promise<void>
}

const STOP_MS = 5_000
const MAX_PAUSE_MS = 5_000

/** Runs the SFTP node in a child process and starts it again should it die. Rejects when it can't start at first. */
export async function superviseSftp(options: SftpProcessOptions, log: Logger): Promise<SupervisedSftp> {
  let closing = false
  let child = await start(options)
  const { port } = child
  const watch = (): void =>
    void child.process.once('exit', async (code, signal) => {
      for (let pause = 250; !closing; pause = Math.min(pause * 2, MAX_PAUSE_MS)) {
        log.error({ code, signal }, 'the SFTP process died and is started again')
        try {
          await wait(pause)
          if (closing) return
          // On the same port, which clients were told.
          child = await start({ ...options, port })
          // Without its parent's channel it ends by itself.
          if (closing) return child.process.disconnect()
          return watch()
        } catch (err) {
          log.error({ err }, 'the SFTP process does not start')
        }
      }
    })
  watch()
  return {
    port,
    get pid() {
      return child.process.pid
    },
    close: async () => {
      closing = true
      const { process: running } = child
      if (running.exitCode !== null || running.signalCode !== null) return
      const killer = setTimeout(() => running.kill('SIGKILL'), STOP_MS)
      if (running.connected) running.disconnect()
      await once(running, 'exit')
      clearTimeout(killer)
    },
  }
}

async function start(options: SftpProcessOptions): Promise<{ process: ChildProcess; port: number }> {
  const child = fork(new URL('./process.ts', import.meta.url), {
    // It serves strangers: of the parent's environment, with its secrets, it has nothing that it doesn't need.
    env: childEnvironment(),
    execArgv: SFTP_NODE_ARGUMENTS,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  // One that dies at once can't be written to; its exit tells.
  child.on('error', () => {})
  child.send(options, () => {})
  const message = await new Promise<SftpProcessMessage>((resolve) => {
    child.once('message', resolve)
    child.once('exit', (code) =>
      resolve({ kind: 'failed', code: 'EXIT', message: `the SFTP process ended with ${code}` }),
    )
  })
  if (message.kind === 'failed') throw new StartError(message.code, message.message)
  child.removeAllListeners('exit')
  return { process: child, port: message.port }
}
