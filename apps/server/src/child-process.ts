import { fork } from 'node:child_process'
import { childEnvironment } from './child-environment.ts'

/**
 * Does one piece of work in a process of its own, which is told of it by a message and answers with messages. Resolves with
 * its last one when it has ended; ends it by force when told to stop. @throws the signal's reason; Error when it ends without an answer
 */
export async function inChild<Reply extends object>(
  program: URL,
  work: object,
  { onMessage, signal }: { onMessage?: (message: Reply) => void; signal?: AbortSignal } = {},
): Promise<Reply> {
  signal?.throwIfAborted()
  const child = fork(program, {
    env: childEnvironment(),
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const stop = (): void => void child.kill('SIGKILL')
  signal?.addEventListener('abort', stop, { once: true })
  let last: Reply | null = null
  // One that dies at once can't be written to; its exit tells.
  child.on('error', () => {})
  child.on('message', (message: Reply) => {
    last = message
    onMessage?.(message)
  })
  child.send(work, () => {})
  const how = await new Promise<string>((resolve) =>
    child.once('exit', (code, ended) => resolve(String(ended ?? code))),
  )
  signal?.removeEventListener('abort', stop)
  signal?.throwIfAborted()
  if (last === null) throw new Error(`a child process ended with ${how} and without an answer`)
  return last
}

/** The other side: does what the parent asks for, answers it, and ends; or ends when the parent does. */
export function answerParent<Work>(work: (task: Work) => Promise<object>): void {
  const exit = () => process.exit(0)
  process.once('disconnect', exit)
  // Ctrl-C and a closed terminal reach the whole group; the parent decides when this one ends.
  for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM'] as const) process.on(signal, () => {})
  process.once('message', async (task: Work) => {
    const answer = await work(task).catch((error: unknown) => ({
      kind: 'failed',
      message: String(error instanceof Error ? error.stack : error),
    }))
    if (!process.connected) return exit()
    process.send?.(answer, exit)
  })
}
