import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** The launcher's core at work on a folder, in a process of its own. */
export function play(into: string, ticket: string): ChildProcess {
  return fork(join(import.meta.dirname, 'player.ts'), [into, ticket])
}

/** Bytes that the sockets of a node have taken so far. */
export async function sentBytes(node: ChildProcess): Promise<number> {
  node.send('sent')
  const [{ sentBytes }] = await once(node, 'message')
  return sentBytes
}
