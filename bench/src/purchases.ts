import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mutate } from './payments/books.ts'
import type { Shop } from './payments/shop.ts'
import { median, type Report } from './row.ts'

const ROUNDS = 3

/**
 * Purchases from the wallet per second over HTTP, against a bare Fastify handler that does the least that could be called a
 * purchase (take the price, note order and licence, in one transaction), in turn; medians. Then the books are audited.
 */
export async function purchases(report: Report): Promise<void> {
  const child = fork(new URL('./payments/shop.ts', import.meta.url))
  const shop = await new Promise<Shop>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Shop))
    child.once('exit', (code) => reject(new Error(`the shop ended with ${code}`)))
  })
  const { buyers, games } = shop
  const share = Math.floor(games.length / (ROUNDS + 1))
  const rates = { ours: [] as number[], bare: [] as number[] }
  for (let round = 0; round <= ROUNDS; round++)
    for (const name of ['ours', 'bare'] as const) {
      const mine = games.slice(round * share, (round + 1) * share)
      const started = performance.now()
      // Each buyer one purchase after another, all buyers at once, and each game by everybody.
      await Promise.all(buyers.map((buyer) => buyAll(name, shop, buyer, mine)))
      const rate = (buyers.length * mine.length) / ((performance.now() - started) / 1000)
      // The first round warms up.
      if (round > 0) rates[name].push(rate)
    }
  child.send('audit')
  const [wrong] = (await once(child, 'message')) as [string[]]
  child.disconnect()
  await once(child, 'exit')
  const [ours, peer] = [median(rates.ours), median(rates.bare)]
  const books = wrong.length === 0 ? 'the books balance' : wrong.join('; ')
  const name = `purchases / a bare handler that keeps no books; audit: ${books}`
  report({ name, ours, peer, unit: 'purchases/s', ratio: ours / peer, bar: 'none' })
  if (wrong.length > 0) throw new Error('The books are not in order')
}

async function buyAll(name: 'ours' | 'bare', shop: Shop, buyer: Shop['buyers'][number], games: string[]) {
  for (const gameId of games) {
    if (name === 'ours') {
      const input = { gameId, method: 'wallet', idempotencyKey: crypto.randomUUID() }
      const { reason } = await mutate(shop.ours, 'payments.buy', buyer.token, input)
      if (reason) throw new Error(`a purchase was refused: ${reason}`)
    } else {
      const response = await fetch(shop.bare, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ userId: buyer.id, gameId }),
      })
      if (!response.ok) throw new Error(`the bare handler refused: ${response.status}`)
      await response.arrayBuffer()
    }
  }
}
