// The peer: Argon2id and nothing else, by the same library at the same parameters.
import { hashPassword, verifyPassword } from '../../../packages/api/src/auth/oslo.ts'

export interface HashingTask {
  atOnce: number
  seconds: number
}

const hash = await hashPassword('kettle on the bench')

process.on('message', async ({ atOnce, seconds }: HashingTask) => {
  const began = performance.now()
  let done = 0
  const work = async () => {
    while (performance.now() - began < seconds * 1000) {
      await verifyPassword(hash, 'kettle on the bench')
      done++
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  process.send?.((done / (performance.now() - began)) * 1000)
})
process.once('disconnect', () => process.exit(0))
process.send?.('ready')
