import { discounts, games, licences } from '@kettle/db'
import { buildLicence } from '@kettle/db/factories'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { SignedInUser } from '../context.ts'
import { makeCaller, makeGame, makeUser } from '../testing/index.ts'
import { useStore } from '../testing/use-database.ts'

const store = useStore()
const DAY_MS = 24 * 3600_000
let number = 0

beforeEach(async () => {
  // Each test has a catalogue of its own.
  await store.deps.db.transaction((tx) => tx.update(games).set({ publishedAt: null }))
})

async function add(fields: Parameters<typeof makeGame>[1] = {}) {
  return makeGame(store.deps.db, { slug: `shown-${++number}`, releaseDate: '2025-01-01', ...fields })
}

async function discount(gameId: string, percent: number, fromMs: number, forMs: number): Promise<void> {
  const startsAt = new Date(store.deps.clock.now().getTime() + fromMs)
  const endsAt = new Date(startsAt.getTime() + forMs)
  await store.deps.db.transaction((tx) => tx.insert(discounts).values({ gameId, percent, startsAt, endsAt }))
}

/** Owned without a purchase: what recommendations read is the licence. */
async function own(user: SignedInUser, ...gameIds: string[]): Promise<void> {
  const acquiredAt = store.deps.clock.now()
  await store.deps.db.transaction((tx) =>
    tx.insert(licences).values(gameIds.map((gameId) => buildLicence({ userId: user.id, gameId, acquiredAt }))),
  )
}

const front = async (as?: SignedInUser, locale: 'en' | 'ru' = 'en') =>
  (await makeCaller(store.deps, { as, locale })).search.storefront()
const slugs = (row: { slug: string }[]) => row.map(({ slug }) => slug)

describe('search.storefront', () => {
  it('shows rows of what is new, popular and discounted', async () => {
    const old = await add({ basePrice: 0 })
    const fresh = await add({ releaseDate: '2025-12-01', title: { en: 'Fresh', ru: 'Свежая' } })
    await add({ releaseDate: '2999-01-01' })
    await add({ releaseDate: null })
    await discount(fresh.id, 60, 0, DAY_MS)
    await discount(fresh.id, 20, 0, DAY_MS)
    for (let buyer = 0; buyer < 2; buyer++) {
      const api = await makeCaller(store.deps, { as: await makeUser(store.deps.db) })
      await api.payments.buy({ gameId: old.id, method: 'wallet', idempotencyKey: crypto.randomUUID() })
    }
    const rows = await front(undefined, 'ru')
    expect(slugs(rows.new)).toEqual([fresh.slug, old.slug])
    expect(slugs(rows.popular)).toEqual([old.slug])
    expect(rows.discounted).toMatchObject([
      { title: 'Свежая', discountPercent: 60, price: { amount: 400, currency: 'USD' }, basePrice: { amount: 1000 } },
    ])
    expect(rows.recommended).toEqual([])
    expect(rows.friendsRecent).toEqual([])
    // Kept rows are named in each caller's language.
    expect((await front()).discounted[0]?.title).toBe('Fresh')
  })

  it('is new at once when a price or a discount changes', async () => {
    const game = await add()
    expect((await front()).new[0]?.price.amount).toBe(1000)
    await store.deps.db.transaction((tx) => tx.update(games).set({ basePrice: 700 }).where(eq(games.id, game.id)))
    expect((await front()).new[0]?.price.amount).toBe(700)
    await discount(game.id, 50, 0, DAY_MS)
    expect((await front()).new[0]).toMatchObject({ price: { amount: 350 }, discountPercent: 50 })
    await store.deps.db.transaction((tx) => tx.delete(discounts).where(eq(discounts.gameId, game.id)))
    expect((await front()).discounted).toEqual([])
    await store.deps.db.transaction((tx) => tx.update(games).set({ publishedAt: null }).where(eq(games.id, game.id)))
    expect((await front()).new).toEqual([])
  })

  it('follows discounts as they begin and end', async () => {
    const game = await add()
    await discount(game.id, 25, 5_000, 5_000)
    expect((await front()).discounted).toEqual([])
    store.deps.clock.pass({ seconds: 5 })
    expect(slugs((await front()).discounted)).toEqual([game.slug])
    store.deps.clock.pass({ seconds: 4.999 })
    expect(slugs((await front()).discounted)).toEqual([game.slug])
    store.deps.clock.pass({ seconds: 0.001 })
    expect((await front()).discounted).toEqual([])
    expect((await front()).new[0]?.discountPercent).toBeNull()
  })

  it('keeps the rows until something changes', async () => {
    await add()
    await front()
    // Seen by its effect: a write that no trigger counts shows only later.
    await store.deps.db.transaction(async (tx) => {
      await tx.execute('set local session_replication_role = replica')
      await tx.update(games).set({ basePrice: 1 })
    })
    expect((await front()).new[0]?.price.amount).toBe(1000)
    store.deps.clock.pass({ seconds: 60.001 })
    expect((await front()).new[0]?.price.amount).toBe(1)
  })

  it('recommends what owners of the same own, and says why', async () => {
    const [mine, theirs, rare, owned] = [
      await add({ title: { en: 'Mine', ru: 'Моя' } }),
      await add(),
      await add(),
      await add(),
    ]
    const [me, ...others] = await Promise.all([1, 2, 3].map(() => makeUser(store.deps.db)))
    if (!me) throw new Error('nobody')
    await own(me, mine.id, owned.id)
    for (const other of others) await own(other, mine.id, theirs.id, owned.id)
    const [first] = others
    if (first) await own(first, rare.id)
    const rows = await front(me, 'ru')
    expect(rows.recommended.slice(0, 2).map(({ slug }) => slug)).toEqual([theirs.slug, rare.slug])
    expect(rows.recommended[0]?.reason).toMatchObject({ kind: 'owned' })
    expect(slugs(rows.recommended)).not.toContain(mine.slug)
    expect(slugs(rows.recommended)).not.toContain(owned.slug)
    expect((await front()).recommended).toEqual([])
    // Given back, it is no reason any more.
    await store.deps.db.transaction((tx) =>
      tx.update(licences).set({ revokedAt: new Date() }).where(eq(licences.userId, me.id)),
    )
    expect((await front(me)).recommended).toEqual([])
  })

  it('goes on with what shares tags', async () => {
    const mine = await add({ tags: ['cats', 'puzzle'] })
    const like = await add({ tags: ['cats', 'racing'] })
    await add({ tags: ['horror'] })
    const me = await makeUser(store.deps.db)
    await own(me, mine.id)
    expect((await front(me, 'ru')).recommended).toMatchObject([
      { slug: like.slug, reason: { kind: 'tags', tags: ['Кошки'] } },
    ])
  })

  it('answers many at once', async () => {
    await add()
    const rows = await Promise.all(Array.from({ length: 50 }, () => front()))
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(1)
  })
})
