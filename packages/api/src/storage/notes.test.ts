import { describe, expect, it } from 'vitest'
import { finishBuild, makeCaller, makeGame, makeUser } from '../testing/index.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'

const store = useStore()

async function publisher() {
  const user = await makeUser(store.deps.db, { role: 'publisher' })
  const api = await makeCaller(store.deps, { as: user })
  const { id: gameId } = await makeGame(store.deps.db, { ownerId: user.id, basePrice: 0 })
  const push = async (version: string, notes?: string, platform: 'any' | 'linux' | 'windows' = 'any') => {
    const { uploadId } = await api.storage.createUpload({ gameId, platform, version, notes })
    store.deps.ingest.contents.set(uploadId, `${platform} ${version}`)
    store.deps.clock.pass({ seconds: 1 })
    return (await finishBuild(store.deps, api, uploadId)).buildId
  }
  const promote = (buildId: string, channel: 'stable' | 'beta' = 'stable') => api.storage.promote({ buildId, channel })
  return { api, gameId, push, promote }
}

async function owner(gameId: string) {
  const api = await makeCaller(store.deps, { as: await makeUser(store.deps.db) })
  await api.payments.buy({ gameId, method: 'wallet', idempotencyKey: crypto.randomUUID() })
  const versions = async (more: { platform?: 'linux' | 'windows'; channel?: 'stable' | 'beta' } = {}) =>
    (await api.library.changelog({ gameId, ...more })).items.map(({ version }) => version)
  return { api, versions }
}

describe('notes of a build', () => {
  it('come with the upload, tidied up, and can be said anew and taken back', async () => {
    const { api, gameId, push } = await publisher()
    const buildId = await push('1.0', '  New:\r\n\t— чайник\u0007\u001b[31m\u2028red\n ')
    const notes = async () => (await api.storage.builds({ gameId }))[0]?.notes
    expect(await notes()).toBe('New:\n\t— чайник[31m\nred')
    await api.storage.saveNotes({ buildId, notes: 'Better' })
    await api.storage.saveNotes({ buildId, notes: 'Better' })
    expect(await notes()).toBe('Better')
    await api.storage.saveNotes({ buildId, notes: ' ' })
    expect(await notes()).toBe('')
  })

  it('have 8,000 characters at most, without what stands around them', async () => {
    const { api, gameId, push } = await publisher()
    const buildId = await push('1.0', `${' '.repeat(500)}${'ё'.repeat(8_000)}\n`)
    expect((await api.storage.builds({ gameId }))[0]?.notes).toHaveLength(8_000)
    const upload = (notes: string) => api.storage.createUpload({ gameId, platform: 'any', version: '2', notes })
    for (const notes of ['x'.repeat(8_001), ' '.repeat(1_000_000)]) {
      expect(await reasonOf(upload(notes))).toBe('INVALID_INPUT')
      expect(await reasonOf(api.storage.saveNotes({ buildId, notes }))).toBe('INVALID_INPUT')
    }
  })

  it('are nobody else’s to write', async () => {
    const { push } = await publisher()
    const buildId = await push('1.0', 'Mine')
    const words = { buildId, notes: 'Yours' }
    expect(await reasonOf((await publisher()).api.storage.saveNotes(words))).toBe('NOT_FOUND')
    const player = await makeCaller(store.deps, { as: await makeUser(store.deps.db) })
    expect(await reasonOf(player.storage.saveNotes(words))).toBe('FORBIDDEN')
    expect(await reasonOf((await makeCaller(store.deps)).storage.saveNotes(words))).toBe('NOT_SIGNED_IN')
  })

  it('of a build that is removed have nowhere to go', async () => {
    const { api, push } = await publisher()
    const buildId = await push('1.0')
    await api.storage.removeBuild({ buildId })
    expect(await reasonOf(api.storage.saveNotes({ buildId, notes: 'x' }))).toBe('NOT_FOUND')
  })
})

describe('library.changelog', () => {
  it('tells owners of what is out and what was before it, newest first, and of nothing to come', async () => {
    const { api: mine, gameId, push, promote } = await publisher()
    const { api, versions } = await owner(gameId)
    const first = await push('1.9', 'First')
    expect(await versions()).toEqual([])
    await promote(first)
    const second = await push('1.10', 'Second')
    const quiet = await push('1.11')
    expect(await versions()).toEqual(['1.9'])
    await promote(quiet)
    expect(await versions()).toEqual(['1.10', '1.9'])
    const { items } = await api.library.changelog({ gameId })
    const [made] = (await mine.storage.builds({ gameId })).filter(({ id }) => id === second)
    expect(items[0]).toEqual({ version: '1.10', notes: 'Second', releasedAt: made?.createdAt })
    // A roll-back takes back what was told, too.
    await promote(first)
    expect(await versions()).toEqual(['1.9'])
  })

  it('keeps a version that waits for its day, though older ones are mended meanwhile', async () => {
    const { gameId, push, promote } = await publisher()
    const { versions } = await owner(gameId)
    await promote(await push('1.0', 'First'))
    const secret = await push('2.0', 'Cards!')
    await promote(await push('1.0.1', 'Mended'))
    expect(await versions()).toEqual(['1.0.1', '1.0'])
    await promote(secret, 'beta')
    expect(await versions()).toEqual(['1.0.1', '1.0'])
    expect(await versions({ channel: 'beta' })).toEqual(['1.0.1', '2.0', '1.0'])
  })

  it('tells of each version once, and of one’s own platform when asked', async () => {
    const { gameId, push, promote } = await publisher()
    const { versions } = await owner(gameId)
    for (const platform of ['linux', 'windows'] as const) await promote(await push('1.0', platform, platform))
    await promote(await push('1.1', 'Only there', 'windows'))
    expect(await versions()).toEqual(['1.1', '1.0'])
    expect(await versions({ platform: 'linux' })).toEqual(['1.0'])
  })

  it('is for owners only, and no longer after a refund', async () => {
    const { api: mine, gameId, push, promote } = await publisher()
    await promote(await push('1.0', 'First'))
    const { api } = await owner(gameId)
    await api.payments.refund({ gameId })
    expect(await reasonOf(api.library.changelog({ gameId }))).toBe('NOT_OWNED')
    expect(await reasonOf(mine.library.changelog({ gameId }))).toBe('NOT_OWNED')
    expect(await reasonOf((await makeCaller(store.deps)).library.changelog({ gameId }))).toBe('NOT_SIGNED_IN')
    expect(await reasonOf(api.library.changelog({ gameId: 'x' }))).toBe('INVALID_INPUT')
  })
})
