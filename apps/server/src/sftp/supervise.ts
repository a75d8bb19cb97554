import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { SftpProcessMessage, SftpProcessOptions } from './process.ts'

export interface SupervisedSftp {
  port: number
  close(): Promise<void>
}

/** Why a part could not start, with the system's code (EADDRINUSE). */
export class StartError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

const STOP_MS = 10_000

/** Runs the SFTP node in a child process and starts it again should it die. Rejects when it can't start at first. */
export async function superviseSftp(options: SftpProcessOptions, log: Logger): Promise<SupervisedSftp> {
  let closing = false
  let child = await start(options)
  const { port } = child
  const watch = () =>
    child.process.once('exit', async (code, signal) => {
      while (!closing) {
        log.error({ code, signal }, 'the SFTP process died and is started again')
        try {
          await wait(500)
          if (closing) return
          // On the same port, which clients were told.
          child = await start({ ...options, port })
          return void watch()
        } catch (err) {
          log.error({ err }, 'the SFTP process does not start')
        }
      }
    })
  watch()
  return {
    port,
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
  const child = fork(new URL('./process.ts', import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  child.send(options)
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
