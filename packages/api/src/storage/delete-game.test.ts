import { builds, games, uploads } from '@kettle/db'
import { buildGamePage } from '@kettle/db/factories'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { finishBuild, giveMoney, makeCaller, makeUser } from '../testing/index.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'

const store = useStore()

async function publisher(published: boolean) {
  const user = await makeUser(store.deps.db, { role: 'publisher' })
  const api = await makeCaller(store.deps, { as: user })
  const { id: gameId } = await api.storage.saveGame({ ...buildGamePage({ published }), platforms: ['any'] })
  const { uploadId } = await api.storage.createUpload({ gameId, platform: 'any', version: '1' })
  store.deps.ingest.contents.set(uploadId, gameId)
  const { buildId } = await finishBuild(store.deps, api, uploadId)
  await api.storage.promote({ buildId })
  return { api, gameId }
}

it.each([false, true])(
  'deletes a game that nobody ever had, with its builds and uploads (published: %s)',
  async (published) => {
    const { api, gameId } = await publisher(published)
    const open = await api.storage.createUpload({ gameId, platform: 'any', version: '2' })
    await api.storage.deleteGame({ gameId })
    expect(await api.storage.games()).toEqual([])
    for (const [table, column] of [
      [games, games.id],
      [builds, builds.gameId],
      [uploads, uploads.gameId],
    ] as const)
      expect(await store.deps.db.select().from(table).where(eq(column, gameId))).toEqual([])
    expect(await reasonOf(api.storage.resumeUpload({ uploadId: open.uploadId }))).toBe('NOT_FOUND')
    expect(await reasonOf(api.storage.deleteGame({ gameId }))).toBe('NOT_FOUND')
  },
)

it('keeps a game for who owns it or pays for it, and its name for who gave it back', async () => {
  const { api, gameId } = await publisher(true)
  const user = await makeUser(store.deps.db)
  await giveMoney(store.deps, user, 5000)
  const buyer = await makeCaller(store.deps, { as: user })
  await buyer.payments.buy({ gameId, method: 'wallet', idempotencyKey: crypto.randomUUID() })
  expect(await reasonOf(api.storage.deleteGame({ gameId }))).toBe('GAME_OWNED')
  await buyer.payments.refund({ gameId })
  const waiting = await buyer.payments.buy({ gameId, method: 'card', idempotencyKey: crypto.randomUUID() })
  expect(waiting.status).toBe('redirect')
  expect(await reasonOf(api.storage.deleteGame({ gameId }))).toBe('GAME_OWNED')
  store.deps.clock.pass({ days: 3 })
  const again = await publisher(true)
  const other = await makeCaller(store.deps, { as: await makeUser(store.deps.db) })
  expect(await reasonOf(other.storage.deleteGame({ gameId: again.gameId }))).toBe('FORBIDDEN')
  expect(await reasonOf(api.storage.deleteGame({ gameId: again.gameId }))).toBe('NOT_FOUND')
  const player = await makeUser(store.deps.db)
  await giveMoney(store.deps, player, 5000)
  const second = await makeCaller(store.deps, { as: player })
  await second.payments.buy({ gameId: again.gameId, method: 'wallet', idempotencyKey: crypto.randomUUID() })
  await second.payments.refund({ gameId: again.gameId })
  await again.api.storage.deleteGame({ gameId: again.gameId })
  expect(await again.api.storage.games()).toEqual([])
  expect((await second.payments.history({})).items[0]?.game?.title).toMatch(/^Game/u)
})

it('is never deleted under who buys it at the same moment', async () => {
  for (let round = 0; round < 6; round++) {
    const { api, gameId } = await publisher(true)
    const user = await makeUser(store.deps.db)
    await giveMoney(store.deps, user, 5000)
    const buyer = await makeCaller(store.deps, { as: user })
    const purchase = () => buyer.payments.buy({ gameId, method: 'wallet', idempotencyKey: crypto.randomUUID() })
    const calls =
      round % 2 ? [purchase(), api.storage.deleteGame({ gameId })] : [api.storage.deleteGame({ gameId }), purchase()]
    const results = await Promise.allSettled(calls)
    const [failed] = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as Error] : []))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(failed?.cause).toMatchObject({ reason: expect.stringMatching(/^(NOT_FOR_SALE|GAME_OWNED)$/u) })
  }
})
