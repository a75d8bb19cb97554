import { builds, channels, games } from '@kettle/db'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import {
  finishBuild,
  giveBuild,
  giveMoney,
  makeCaller,
  makeGame,
  makeGameWithoutBuild,
  makeUser,
} from '../testing/index.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'

const store = useStore()

async function buyer() {
  const user = await makeUser(store.deps.db)
  await giveMoney(store.deps, user, 5000)
  const api = await makeCaller(store.deps, { as: user })
  const buy = (gameId: string, method: 'wallet' | 'card' = 'wallet') =>
    api.payments.buy({ gameId, method, idempotencyKey: crypto.randomUUID() })
  return { api, buy }
}

const setGame = (id: string, fields: Partial<typeof games.$inferInsert>) =>
  store.deps.db.transaction((tx) => tx.update(games).set(fields).where(eq(games.id, id)))

describe('a game without a build that starts', () => {
  it('is shown, found and priced, and not sold by any way to pay', async () => {
    const { api, buy } = await buyer()
    const { id, slug } = await makeGameWithoutBuild(store.deps.db, { title: { en: 'Quillwort', ru: 'Quillwort' } })
    const page = await api.search.game({ slug })
    expect(page).toMatchObject({ forSale: false, saleStatus: 'noBuild', price: { amount: 1000 } })
    expect((await api.search.games({ query: 'quillwort', limit: 5 })).items).toMatchObject([
      { id, saleStatus: 'noBuild' },
    ])
    expect((await api.search.games({ maxPrice: 1000, limit: 100 })).items.map((game) => game.id)).toContain(id)
    expect(await reasonOf(buy(id))).toBe('NOT_PLAYABLE')
    expect(await reasonOf(buy(id, 'card'))).toBe('NOT_PLAYABLE')
    await setGame(id, { basePrice: 0 })
    expect(await reasonOf(buy(id))).toBe('NOT_PLAYABLE')
    await giveBuild(store.deps.db, id)
    expect(await api.search.game({ slug })).toMatchObject({ forSale: true, saleStatus: 'forSale' })
    expect(await buy(id)).toMatchObject({ status: 'owned', orderId: expect.any(String) })
  })

  it('is one whose build was pushed only, is for testers only, or has nothing to start', async () => {
    const user = await makeUser(store.deps.db, { role: 'publisher' })
    const publisher = await makeCaller(store.deps, { as: user })
    const { id: gameId } = await makeGameWithoutBuild(store.deps.db, { ownerId: user.id })
    const { buy } = await buyer()
    const push = async (version: string, content = version) => {
      const { uploadId } = await publisher.storage.createUpload({ gameId, platform: 'any', version })
      store.deps.ingest.contents.set(uploadId, content)
      return (await finishBuild(store.deps, publisher, uploadId)).buildId
    }
    const good = await push('1.0.0')
    expect(await reasonOf(buy(gameId))).toBe('NOT_PLAYABLE')
    await publisher.storage.promote({ buildId: good, channel: 'beta' })
    expect(await reasonOf(buy(gameId))).toBe('NOT_PLAYABLE')
    await publisher.storage.promote({ buildId: await push('1.0.1', 'no start'), channel: 'stable' })
    expect(await reasonOf(buy(gameId))).toBe('NOT_PLAYABLE')
    await publisher.storage.promote({ buildId: good, channel: 'stable' })
    expect(await buy(gameId)).toMatchObject({ status: 'owned', orderId: expect.any(String) })
  })

  it('answers a purchase that was made as before, and the one who owns it', async () => {
    const { api } = await buyer()
    const { id: gameId } = await makeGame(store.deps.db)
    const idempotencyKey = crypto.randomUUID()
    await api.payments.buy({ gameId, method: 'wallet', idempotencyKey })
    await store.deps.db.transaction(async (tx) => {
      await tx.delete(channels).where(eq(channels.gameId, gameId))
      await tx.delete(builds).where(eq(builds.gameId, gameId))
    })
    expect(await api.payments.buy({ gameId, method: 'wallet', idempotencyKey })).toMatchObject({
      status: 'owned',
      orderId: expect.any(String),
    })
    expect(await reasonOf(api.payments.buy({ gameId, method: 'wallet', idempotencyKey: crypto.randomUUID() }))).toBe(
      'ALREADY_OWNED',
    )
  })
})

describe('a game whose day is to come', () => {
  it('is not for sale before it, and is on the day', async () => {
    const { api, buy } = await buyer()
    const { id, slug } = await makeGame(store.deps.db, { releaseDate: '2026-11-23' })
    expect(await api.search.game({ slug })).toMatchObject({ forSale: false, saleStatus: 'comingSoon' })
    expect(await reasonOf(buy(id))).toBe('NOT_RELEASED')
    await setGame(id, { releaseDate: '2026-11-22' })
    expect(await buy(id)).toMatchObject({ status: 'owned', orderId: expect.any(String) })
  })

  it('stands apart: not among the new, popular and discounted, last in the order by date', async () => {
    const api = await makeCaller(store.deps)
    const later = await makeGame(store.deps.db, { releaseDate: '2199-12-31', tags: ['apart'] })
    const sooner = await makeGame(store.deps.db, { releaseDate: '2027-01-01', tags: ['apart'] })
    const out = await makeGame(store.deps.db, { releaseDate: '2026-11-22', tags: ['apart'] })
    const old = await makeGame(store.deps.db, { releaseDate: '1999-01-01', tags: ['apart'] })
    const undated = await makeGame(store.deps.db, { releaseDate: null, tags: ['apart'] })
    const front = await api.search.storefront()
    expect(front.comingSoon.map(({ id }) => id).filter((id) => [later.id, sooner.id].includes(id))).toEqual([
      sooner.id,
      later.id,
    ])
    for (const row of [front.new, front.popular, front.discounted])
      expect(row.map(({ saleStatus }) => saleStatus)).not.toContain('comingSoon')
    const order = [out.id, old.id, undated.id, sooner.id, later.id]
    // All at once, and page by page.
    const all = await api.search.games({ sort: 'new', tags: ['apart'], limit: 100 })
    expect(all.items.map(({ id }) => id)).toEqual(order)
    const paged: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await api.search.games({ sort: 'new', tags: ['apart'], limit: 1, cursor: cursor ?? undefined })
      paged.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor && paged.length < 10)
    expect(paged).toEqual(order)
    const soon = await api.search.games({ comingSoon: true, sort: 'new', tags: ['apart'], limit: 100 })
    expect(soon.items.map(({ id }) => id)).toEqual([sooner.id, later.id])
    expect(soon.total).toBe(2)
  })
})

describe('a discount', () => {
  it('is refused on a free game', async () => {
    const user = await makeUser(store.deps.db, { role: 'publisher' })
    const api = await makeCaller(store.deps, { as: user })
    const { id: gameId } = await makeGame(store.deps.db, { ownerId: user.id, basePrice: 0 })
    const add = () => api.storage.addDiscount({ gameId, percent: 90, endsAt: '2026-12-01T00:00:00Z' })
    await expect(add()).rejects.toMatchObject({ cause: { fields: { percent: 'DISCOUNT_ON_FREE_GAME' } } })
    await setGame(gameId, { basePrice: 1 })
    await add()
  })
})
