import { describe, expect, it } from 'vitest'
import { limits } from '../ports/limiter.ts'
import { makeCaller, makeGame, makeUser } from '../testing/index.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'

const store = useStore()

async function owner(count = 1) {
  const user = await makeUser(store.deps.db)
  const api = await makeCaller(store.deps, { as: user })
  const gameIds: string[] = []
  for (let number = 0; number < count; number++) {
    const game = await makeGame(store.deps.db, { basePrice: 0 })
    await api.payments.buy({ gameId: game.id, method: 'wallet', idempotencyKey: crypto.randomUUID() })
    gameIds.push(game.id)
    store.deps.clock.pass({ seconds: 1 })
  }
  return { user, api, gameIds, gameId: gameIds[0] ?? '' }
}

describe('library.list and get', () => {
  it('shows what is owned, newest first, in the language asked for', async () => {
    const { user, gameIds } = await owner(3)
    const api = await makeCaller(store.deps, { as: user, locale: 'ru' })
    const items = await api.library.list()
    expect(items.map((item) => item.game.id)).toEqual(gameIds.toReversed())
    expect(items[0]).toMatchObject({ playtimeSeconds: 0, lastPlayedAt: null, builds: [{ platform: 'any' }] })
  })

  it('shows nobody else’s, and wants a log-in', async () => {
    const { gameId } = await owner()
    const stranger = await owner(0)
    expect(await stranger.api.library.list()).toEqual([])
    expect(await reasonOf(stranger.api.library.get({ gameId }))).toBe('NOT_OWNED')
    expect(await reasonOf((await makeCaller(store.deps)).library.list())).toBe('NOT_SIGNED_IN')
  })
})

describe('playtime', () => {
  it('counts from start to stop by heartbeats', async () => {
    const { api, gameId } = await owner()
    const { playSessionId } = await api.library.startPlaying({ gameId })
    for (let number = 0; number < 4; number++) {
      store.deps.clock.pass({ seconds: 30 })
      await api.library.heartbeat({ playSessionId })
    }
    store.deps.clock.pass({ seconds: 10 })
    await api.library.stopPlaying({ playSessionId })
    await api.library.stopPlaying({ playSessionId })
    const item = await api.library.get({ gameId })
    expect(item.playtimeSeconds).toBe(130)
    expect(item.lastPlayedAt).toBe(store.deps.clock.now().toISOString())
    expect(await reasonOf(api.library.heartbeat({ playSessionId }))).toBe('PLAY_SESSION_ENDED')
  })

  it('ends at the last heartbeat heard when the launcher falls silent', async () => {
    const { api, gameId } = await owner()
    const { playSessionId } = await api.library.startPlaying({ gameId })
    store.deps.clock.pass({ seconds: 30 })
    await api.library.heartbeat({ playSessionId })
    store.deps.clock.pass({ hours: 5 })
    expect(await reasonOf(api.library.heartbeat({ playSessionId }))).toBe('PLAY_SESSION_ENDED')
    expect((await api.library.get({ gameId })).playtimeSeconds).toBe(30)
  })

  it('begins only so often, since every friend is told', async () => {
    const { api, gameId } = await owner()
    for (let start = 0; start < limits.startPlayingUser.points; start++) await api.library.startPlaying({ gameId })
    expect(await reasonOf(api.library.startPlaying({ gameId }))).toBe('RATE_LIMITED')
    store.deps.clock.pass({ seconds: limits.startPlayingUser.seconds })
    await expect(api.library.startPlaying({ gameId })).resolves.toBeDefined()
  })

  it('counts two launchers at once only once', async () => {
    const { api, gameId } = await owner()
    const one = await api.library.startPlaying({ gameId })
    store.deps.clock.pass({ seconds: 20 })
    const two = await api.library.startPlaying({ gameId })
    store.deps.clock.pass({ seconds: 20 })
    await api.library.stopPlaying(one)
    store.deps.clock.pass({ seconds: 20 })
    await api.library.stopPlaying(two)
    expect((await api.library.get({ gameId })).playtimeSeconds).toBe(60)
  })

  it('is not for games of others, nor for sittings of others', async () => {
    const { api, gameId } = await owner()
    const { playSessionId } = await api.library.startPlaying({ gameId })
    const stranger = await owner(0)
    expect(await reasonOf(stranger.api.library.startPlaying({ gameId }))).toBe('NOT_OWNED')
    expect(await reasonOf(stranger.api.library.heartbeat({ playSessionId }))).toBe('NOT_FOUND')
    expect(await reasonOf(stranger.api.library.stopPlaying({ playSessionId }))).toBe('NOT_FOUND')
    expect(await reasonOf(api.library.heartbeat({ playSessionId: 'x' }))).toBe('INVALID_INPUT')
    expect(await reasonOf((await makeCaller(store.deps)).library.heartbeat({ playSessionId }))).toBe('NOT_SIGNED_IN')
  })

  it('ends with a refund', async () => {
    const { api, gameId } = await owner()
    const { playSessionId } = await api.library.startPlaying({ gameId })
    await api.payments.refund({ gameId })
    expect(await reasonOf(api.library.heartbeat({ playSessionId }))).toBe('PLAY_SESSION_ENDED')
  })
})
