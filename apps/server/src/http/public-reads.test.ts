import { makeGame } from '@kettle/api/testing'
import { discounts, games } from '@kettle/db'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, type RunningStore, runStore } from '../testing/run-store.ts'

let store: RunningStore
let gameId = ''
beforeAll(async () => {
  store = await runStore()
  const game = await makeGame(store.database.db, {
    ...{ slug: 'kettle', title: { en: 'Kettle', ru: 'Чайник' }, releaseDate: '2020-01-01' },
  })
  gameId = game.id
})
afterAll(() => store.close())

const setPrice = (basePrice: number) =>
  store.database.db.transaction((tx) => tx.update(games).set({ basePrice }).where(eq(games.id, gameId)))
const front = async (headers: Record<string, string> = {}) => ask(store.url, 'search.storefront', undefined, headers)
const page = async (headers: Record<string, string> = {}) => ask(store.url, 'search.game', { slug: 'kettle' }, headers)

describe('the reads that every visitor begins with', () => {
  it('may be kept by caches, with a mark to ask again by', async () => {
    for (const [path, read] of [
      ['search.storefront', front],
      [`search.game?input=${encodeURIComponent('{"slug":"kettle"}')}`, page],
    ] as const) {
      const { headers, status } = await read()
      expect(status).toBe(200)
      expect(headers.get('cache-control')).toMatch(/^public/u)
      expect(headers.get('vary')).toBe('accept-language, authorization, cookie')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      const again = await fetch(`${store.url}/trpc/${path}`, {
        headers: { 'if-none-match': headers.get('etag') ?? '' },
      })
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
  })

  it('say the same as the usual way, in each language', async () => {
    for (const language of ['ru', 'en']) {
      const headers = { 'accept-language': language }
      const usual = await fetch(`${store.url}/trpc/search.storefront?batch=1`, { headers })
      expect(usual.headers.get('cache-control')).toBe('no-store')
      expect(((await usual.json()) as unknown[])[0]).toEqual((await front(headers)).body)
    }
    expect((await page({ 'accept-language': 'ru' })).body.result.data.title).toBe('Чайник')
    expect((await page()).body.result.data.title).toBe('Kettle')
  })

  it('are new at once when a price changes, and when a discount ends', async () => {
    await setPrice(1500)
    expect((await page()).body.result.data.price.amount).toBe(1500)
    await setPrice(900)
    expect((await page()).body.result.data.price.amount).toBe(900)
    expect((await front()).body.result.data.new[0].price.amount).toBe(900)
    const startsAt = new Date(Date.now() - 1000)
    const endsAt = new Date(Date.now() + 3_600_000)
    await store.database.db.transaction((tx) => tx.insert(discounts).values({ gameId, percent: 50, startsAt, endsAt }))
    expect((await page()).body.result.data.price.amount).toBe(450)
    await store.database.db.transaction((tx) => tx.update(discounts).set({ endsAt: new Date(Date.now() - 1) }))
    expect((await page()).body.result.data.price.amount).toBe(900)
  })

  it('go the usual way for whoever shows who they are, and for what is no such read', async () => {
    const known: Record<string, string>[] = [{ authorization: 'Bearer nobody' }, { cookie: 'kettle=nobody' }]
    for (const headers of known)
      expect((await front(headers)).headers.get('cache-control'), JSON.stringify(headers)).toBe('no-store')
    const missing = await ask(store.url, 'search.game', { slug: 'nothing' })
    expect([missing.status, missing.body.error.data.reason]).toEqual([404, 'NOT_FOUND'])
    for (const path of ['search.game', 'search.game?input={', 'search.game?input=1&input=2', 'search.game?input=[]'])
      expect((await fetch(`${store.url}/trpc/${path}`)).status, path).toBe(400)
    await store.database.db.transaction((tx) => tx.update(games).set({ publishedAt: null }).where(eq(games.id, gameId)))
    expect((await page()).status).toBe(404)
    await store.database.db.transaction((tx) =>
      tx.update(games).set({ publishedAt: new Date() }).where(eq(games.id, gameId)),
    )
    expect((await page()).status).toBe(200)
  })
})
