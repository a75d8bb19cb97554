// The thread that checks and writes what the line brings; stager.ts starts it.
import { parentPort, workerData } from 'node:worker_threads'
import type { PackRead } from '@kettle/depot'
import { InstallError } from './errors.ts'
import type { StagerAnswer } from './stager.ts'
import { openTaker, type TakerOptions } from './taker.ts'

const taker = openTaker(workerData as TakerOptions)
const answer = (message: StagerAnswer): void => parentPort?.postMessage(message)

parentPort?.on('message', ({ id, read, memory }: { id: number; read?: PackRead; memory?: SharedArrayBuffer }) => {
  try {
    if (read && memory) return answer({ id, wrong: taker.take(read, Buffer.from(memory, 0, read.length)) })
    taker.close()
    answer({ id })
  } catch (error) {
    const { reason = 'DISK_FAILED', file } = error instanceof InstallError ? error : {}
    answer({ id, error: { reason, file, message: error instanceof Error ? error.message : String(error) } })
  }
})
