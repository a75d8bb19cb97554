import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { PackRead } from '@kettle/depot'
import { InstallError } from './errors.ts'
import { openTaker, type TakerOptions, type WrongChunk } from './taker.ts'

/** Takes reads where it doesn't hold up the line. */
export interface Stager {
  /** Memory for a read of so many bytes; it comes back by itself once the read was taken. */
  memory(bytes: number): Buffer
  /** Resolves when the read is in staging and in the journal, with the chunks that were wrong. @throws InstallError */
  take(read: PackRead, packed: Buffer): Promise<WrongChunk[]>
  close(): Promise<void>
}

/** What the worker says: the answer to the take of this number, or that it is done. */
export interface StagerAnswer {
  id: number
  wrong?: WrongChunk[]
  error?: { reason: string; message: string; file?: string }
}

const MEMORY_BYTES = 256 << 10
/** Below it, starting a thread costs more than it brings. */
const WORTH_A_THREAD_BYTES = 16 << 20
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './stager-worker.ts' : './stager-worker.js', import.meta.url)

/**
 * A stager for so many bytes to come. Hashing and writing take a third of an install's time, so a long one gives them a
 * thread: the line is read meanwhile, and a slow disk never stops the launcher's own thread.
 */
export function openStager(options: TakerOptions, bytes: number): Stager {
  return bytes >= WORTH_A_THREAD_BYTES && existsSync(fileURLToPath(WORKER))
    ? threadStager(options)
    : stagerHere(options)
}

function stagerHere(options: TakerOptions): Stager {
  const taker = openTaker(options)
  const spare: Buffer[] = []
  return {
    memory: (bytes) => (bytes <= MEMORY_BYTES && spare.pop()) || Buffer.allocUnsafeSlow(Math.max(bytes, MEMORY_BYTES)),
    async take(read, packed) {
      const wrong = taker.take(read, packed)
      spare.push(packed)
      return wrong
    },
    close: async () => taker.close(),
  }
}

function threadStager(options: TakerOptions): Stager {
  const worker = new Worker(WORKER, { workerData: options })
  const spare: Buffer[] = []
  const waiting = new Map<number, { resolve: (wrong: WrongChunk[]) => void; reject: (error: unknown) => void }>()
  let last = 0
  let dead: InstallError | null = null

  const die = (error: unknown): void => {
    dead ??= new InstallError('DISK_FAILED', `The thread that writes stopped: ${String(error)}`, { cause: error })
    for (const { reject } of waiting.values()) reject(dead)
    waiting.clear()
  }
  worker.on('error', die)
  worker.on('exit', die)
  worker.on('message', ({ id, wrong, error }: StagerAnswer) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error) asked?.reject(new InstallError(error.reason, error.message, { file: error.file }))
    else asked?.resolve(wrong ?? [])
  })
  const ask = (message: object): Promise<WrongChunk[]> =>
    new Promise((resolve, reject) => {
      if (dead) return reject(dead)
      const id = ++last
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, ...message })
    })
  return {
    memory: (bytes) =>
      (bytes <= MEMORY_BYTES && spare.pop()) || Buffer.from(new SharedArrayBuffer(Math.max(bytes, MEMORY_BYTES))),
    async take(read, packed) {
      const wrong = await ask({ read, memory: packed.buffer })
      spare.push(packed)
      return wrong
    },
    async close() {
      await ask({}).catch(() => {})
      await worker.terminate()
    },
  }
}
