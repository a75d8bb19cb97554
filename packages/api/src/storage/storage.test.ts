import { describe, expect, it } from 'vitest'
import { finishBuild, makeCaller, makeUser } from '../testing/index.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'

const store = useStore()
let count = 0

const gameFields = () => ({
  slug: `pushed-${++count}`,
  title: { en: 'Pushed', ru: 'Присланная' },
  shortDescription: { en: 'Short', ru: 'Коротко' },
  description: { en: 'Long', ru: 'Длинно' },
  ...{ developer: 'Us', publisher: 'Us', releaseDate: '2026-02-02', basePrice: 0, published: true },
  ...{ tags: ['Puzzle'], platforms: ['any', 'linux'] as ('any' | 'linux')[] },
})

async function publisher() {
  const user = await makeUser(store.deps.db, { role: 'publisher' })
  const api = await makeCaller(store.deps, { as: user })
  const { id: gameId, slug } = await api.storage.saveGame(gameFields())
  const push = async (version: string, platform: 'any' | 'linux' = 'any', content = version) => {
    const { uploadId } = await api.storage.createUpload({ gameId, platform, version })
    store.deps.ingest.contents.set(uploadId, content)
    return { uploadId, ...(await finishBuild(store.deps, api, uploadId)) }
  }
  return { user, api, gameId, slug, push }
}

async function buyer(gameId: string) {
  const user = await makeUser(store.deps.db)
  const api = await makeCaller(store.deps, { as: user })
  await api.payments.buy({ gameId, method: 'wallet', idempotencyKey: crypto.randomUUID() })
  return { user, api }
}

describe('storage.saveGame and games', () => {
  it('makes and changes a game of one’s own', async () => {
    const { api, gameId, slug } = await publisher()
    expect(await api.storage.games()).toMatchObject([{ id: gameId, slug, published: true }])
    await api.storage.saveGame({ id: gameId, revision: 1, published: false, basePrice: 300 })
    expect(await api.storage.games()).toMatchObject([{ published: false }])
  })

  it('refuses a taken address, a game of others, players and nobody', async () => {
    const { gameId, slug } = await publisher()
    const { api } = await publisher()
    expect(await reasonOf(api.storage.saveGame({ ...gameFields(), slug }))).toBe('SLUG_TAKEN')
    expect(await reasonOf(api.storage.saveGame({ id: gameId, revision: 1, basePrice: 1 }))).toBe('NOT_FOUND')
    const player = await makeCaller(store.deps, { as: await makeUser(store.deps.db) })
    expect(await reasonOf(player.storage.saveGame(gameFields()))).toBe('FORBIDDEN')
    expect(await reasonOf((await makeCaller(store.deps)).storage.games())).toBe('NOT_SIGNED_IN')
    for (const wrong of [{ slug: 'Not A Slug' }, { basePrice: -1 }, { releaseDate: 'soon' }])
      expect(await reasonOf(api.storage.saveGame({ ...gameFields(), ...wrong }))).toBe('INVALID_INPUT')
  })
})

describe('storage.createUpload and finishUpload', () => {
  it('gives a door that writes, shuts it at the end, and makes a build', async () => {
    const { api, gameId, user } = await publisher()
    const { uploadId, username, password, ...rest } = await api.storage.createUpload({
      gameId,
      platform: 'linux',
      version: '1.0.0',
    })
    expect(rest).toMatchObject({ host: 'sftp.test', port: 2222, hostKeySha256: 'ab'.repeat(32) })
    expect(username).toMatch(/^ul-/u)
    expect(await store.deps.credentials.redeem(username, password)).toEqual({
      mode: 'write',
      userId: user.id,
      gameId,
      uploadId,
      others: [],
    })
    const { buildId, stats } = await finishBuild(store.deps, api, uploadId)
    expect(stats).toMatchObject({ fileCount: 1, installBytes: 6, newBytes: 6 })
    expect(await store.deps.credentials.redeem(username, password)).toBeNull()
    expect(store.deps.ingest.discarded).toContain(uploadId)
    expect(await api.storage.builds({ gameId })).toMatchObject([{ id: buildId, version: '1.0.0', channels: [] }])
  })

  it('seals what it makes a build of, and lets nobody in again', async () => {
    const { api, gameId } = await publisher()
    const { uploadId, username } = await api.storage.createUpload({ gameId, platform: 'any', version: '1.0.0' })
    expect(store.deps.ingest.sealed).not.toContain(uploadId)
    const resumed = await api.storage.resumeUpload({ uploadId })
    expect(resumed.username).not.toBe(username)
    expect(await api.storage.finishUpload({ uploadId })).toMatchObject({ state: 'waiting', build: null, failure: null })
    expect(store.deps.ingest.sealed).toContain(uploadId)
    expect(await store.deps.credentials.redeem(resumed.username, resumed.password)).toBeNull()
    expect(await reasonOf(api.storage.resumeUpload({ uploadId }))).toBe('UPLOAD_CLOSED')
  })

  it('gives no credential for an upload that is finished while it is asked for', async () => {
    const { api, gameId } = await publisher()
    const { uploadId } = await api.storage.createUpload({ gameId, platform: 'any', version: '1.0.0' })
    const { credentials } = store.deps
    const issue = credentials.issue.bind(credentials)
    const issued: { username: string; password: string }[] = []
    // The upload is finished just before the credential is made.
    credentials.issue = async (grant) => {
      await api.storage.finishUpload({ uploadId })
      const credential = await issue(grant)
      issued.push(credential)
      return credential
    }
    try {
      expect(await reasonOf(api.storage.resumeUpload({ uploadId }))).toBe('UPLOAD_CLOSED')
    } finally {
      credentials.issue = issue
    }
    for (const { username, password } of issued) expect(await credentials.redeem(username, password)).toBeNull()
    expect(issued).toHaveLength(1)
  })

  it('makes one build of many calls, and leaves another upload of the game alone', async () => {
    const { api, gameId } = await publisher()
    const one = await api.storage.createUpload({ gameId, platform: 'linux', version: '1.0.0' })
    const other = await api.storage.createUpload({ gameId, platform: 'any', version: '1.0.0' })
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => api.storage.finishUpload({ uploadId: one.uploadId })),
    )
    expect(answers.map(({ state, build }) => [state, build])).toEqual(Array(5).fill(['waiting', null]))
    const { buildId } = await finishBuild(store.deps, api, one.uploadId)
    const again = await Promise.all(
      Array.from({ length: 5 }, () => api.storage.finishUpload({ uploadId: one.uploadId })),
    )
    expect(again.map(({ state, build }) => [state, build?.buildId])).toEqual(Array(5).fill(['done', buildId]))
    expect(await api.storage.builds({ gameId })).toHaveLength(1)
    expect(await store.deps.credentials.redeem(other.username, other.password)).not.toBeNull()
  })

  it('refuses a version twice unless it is the same content', async () => {
    const { api, gameId } = await publisher()
    const input = { gameId, platform: 'any' as const, version: '1.0.0' }
    const [first, same, other] = await Promise.all([1, 2, 3].map(() => api.storage.createUpload(input)))
    store.deps.ingest.contents.set(other?.uploadId ?? '', 'something else')
    const { buildId } = await finishBuild(store.deps, api, first?.uploadId ?? '')
    expect((await finishBuild(store.deps, api, same?.uploadId ?? '')).buildId).toBe(buildId)
    await expect(finishBuild(store.deps, api, other?.uploadId ?? '')).rejects.toThrow('VERSION_TAKEN')
    expect(await reasonOf(api.storage.createUpload(input))).toBe('VERSION_TAKEN')
  })

  it('says what is wrong with a folder that is no build, and closes the upload', async () => {
    const { api, gameId } = await publisher()
    const { uploadId } = await api.storage.createUpload({ gameId, platform: 'any', version: '1.0.0' })
    store.deps.ingest.contents.set(uploadId, 'broken')
    await expect(finishBuild(store.deps, api, uploadId)).rejects.toThrow(/INVALID_BUILD .*CON\.txt/)
    for (const answer of [await api.storage.finishUpload({ uploadId }), await api.storage.upload({ uploadId })])
      expect(answer).toMatchObject({ state: 'failed', build: null, failure: { reason: 'INVALID_BUILD' } })
    expect(store.deps.ingest.discarded).toContain(uploadId)
    expect(await reasonOf(api.storage.resumeUpload({ uploadId }))).toBe('UPLOAD_CLOSED')
  })

  it('is not for games and uploads of others', async () => {
    const { api, gameId } = await publisher()
    const stranger = await publisher()
    const input = { gameId, platform: 'any' as const, version: '1.0.0' }
    const { uploadId } = await api.storage.createUpload(input)
    expect(await reasonOf(stranger.api.storage.createUpload(input))).toBe('NOT_FOUND')
    expect(await reasonOf(stranger.api.storage.finishUpload({ uploadId }))).toBe('NOT_FOUND')
    expect(await reasonOf(stranger.api.storage.builds({ gameId }))).toBe('NOT_FOUND')
    expect(await reasonOf(api.storage.createUpload({ ...input, version: '../1' }))).toBe('INVALID_INPUT')
  })
})

describe('storage.promote', () => {
  it('gives a build to a channel, and an older one again', async () => {
    const { api, gameId, push } = await publisher()
    const old = await push('1.0.0')
    const newer = await push('1.1.0')
    await api.storage.promote({ buildId: old.buildId, channel: 'stable' })
    await api.storage.promote({ buildId: newer.buildId, channel: 'stable' })
    await api.storage.promote({ buildId: old.buildId, channel: 'stable' })
    const shown = await api.storage.builds({ gameId })
    expect(shown.map((build) => [build.version, build.channels])).toEqual([
      ['1.1.0', []],
      ['1.0.0', ['stable']],
    ])
    const stranger = await publisher()
    expect(await reasonOf(stranger.api.storage.promote({ buildId: old.buildId, channel: 'stable' }))).toBe('NOT_FOUND')
  })
})

describe('storage.download', () => {
  it('leaves no credential behind when the game is given back while one is made', async () => {
    const { api, gameId } = await publisher()
    const { uploadId } = await api.storage.createUpload({ gameId, platform: 'any', version: '1.0.0' })
    const { buildId } = await finishBuild(store.deps, api, uploadId)
    await api.storage.promote({ buildId })
    const player = await makeCaller(store.deps, { as: await makeUser(store.deps.db) })
    await player.payments.buy({ gameId, method: 'wallet', idempotencyKey: crypto.randomUUID() })
    const { credentials } = store.deps
    const issue = credentials.issue.bind(credentials)
    const issued: { username: string; password: string }[] = []
    // The refund shuts all doors just before this one is made.
    credentials.issue = async (grant) => {
      await player.payments.refund({ gameId })
      const credential = await issue(grant)
      issued.push(credential)
      return credential
    }
    try {
      expect(await reasonOf(player.storage.download({ gameId }))).toBe('NOT_OWNED')
    } finally {
      credentials.issue = issue
    }
    for (const { username, password } of issued) expect(await credentials.redeem(username, password)).toBeNull()
    expect(issued).toHaveLength(1)
  })

  it('gives a door to the build of the channel, for this platform before any', async () => {
    const { api, gameId, push } = await publisher()
    const any = await push('1.0.0', 'any')
    const linux = await push('1.0.0-linux', 'linux')
    await api.storage.promote({ buildId: linux.buildId, channel: 'stable' })
    const player = await buyer(gameId)
    expect(await reasonOf(player.api.storage.download({ gameId, platform: 'macos' }))).toBe('BUILD_NOT_READY')
    await api.storage.promote({ buildId: any.buildId, channel: 'stable' })
    const ticket = await player.api.storage.download({ gameId, platform: 'linux' })
    expect(ticket.build).toMatchObject({ id: linux.buildId, version: '1.0.0-linux', installBytes: 11 })
    expect((await player.api.storage.download({ gameId, platform: 'macos' })).build.id).toBe(any.buildId)
    expect(await reasonOf(player.api.storage.download({ gameId, channel: 'beta' }))).toBe('BUILD_NOT_READY')
    const grant = await store.deps.credentials.redeem(ticket.username, ticket.password)
    expect(grant).toMatchObject({ mode: 'read', userId: player.user.id, gameId, buildId: linux.buildId })
  })

  it('is for owners: not before buying, not after a refund, not for nobody', async () => {
    const { api, gameId, push } = await publisher()
    await api.storage.promote({ buildId: (await push('1.0.0')).buildId, channel: 'stable' })
    const stranger = await makeCaller(store.deps, { as: await makeUser(store.deps.db) })
    expect(await reasonOf(stranger.storage.download({ gameId }))).toBe('NOT_OWNED')
    const player = await buyer(gameId)
    // Somebody else's licence is nobody else's key.
    expect(await reasonOf(stranger.storage.download({ gameId }))).toBe('NOT_OWNED')
    await player.api.payments.refund({ gameId })
    expect(await reasonOf(player.api.storage.download({ gameId }))).toBe('NOT_OWNED')
    expect(await reasonOf((await makeCaller(store.deps)).storage.download({ gameId }))).toBe('NOT_SIGNED_IN')
  })

  it('offers patches from what players may have, and opens the door to just those', async () => {
    const { api, gameId, push } = await publisher()
    const pushed: Awaited<ReturnType<typeof push>>[] = []
    for (const version of ['1', '2', '3', '4', '5']) {
      pushed.push(await push(version))
      if (version === '1') await api.storage.promote({ buildId: pushed[0]?.buildId ?? '', channel: 'stable' })
    }
    const [first, , , , last] = pushed
    // The three before it, and the one that players have now.
    expect(last?.updates.map(({ fromVersion }) => fromVersion)).toEqual(['4', '3', '2', '1'])
    expect(first?.updates).toEqual([])
    const player = await buyer(gameId)
    expect((await player.api.storage.download({ gameId })).build.patches).toEqual([])
    await api.storage.promote({ buildId: last?.buildId ?? '', channel: 'stable' })
    const { build, ...ticket } = await player.api.storage.download({ gameId })
    const names = (await api.storage.builds({ gameId })).map(({ manifestSha256 }) => manifestSha256)
    expect(build.patches.map(({ from }) => from)).toEqual(names.slice(1).toReversed())
    const grant = await store.deps.credentials.redeem(ticket.username, ticket.password)
    expect(grant).toMatchObject({ patches: build.patches.map(({ sha256, size }) => ({ sha256, size })) })
    const again = await api.storage.finishUpload({ uploadId: last?.uploadId ?? '' })
    expect(again.build?.updates).toEqual(last?.updates)
  })

  it('leaves no door open when a refund comes in between', async () => {
    const { api, gameId, push } = await publisher()
    await api.storage.promote({ buildId: (await push('1.0.0')).buildId, channel: 'stable' })
    for (let round = 0; round < 10; round++) {
      const player = await buyer(gameId)
      const [ticket] = await Promise.allSettled([
        player.api.storage.download({ gameId }),
        player.api.payments.refund({ gameId }),
      ])
      if (ticket.status !== 'fulfilled') continue
      expect(await store.deps.credentials.redeem(ticket.value.username, ticket.value.password)).toBeNull()
    }
  })

  it('says when the credential store is away', async () => {
    const { api, gameId, push } = await publisher()
    await api.storage.promote({ buildId: (await push('1.0.0')).buildId, channel: 'stable' })
    const player = await buyer(gameId)
    store.deps.credentials.away = true
    expect(await reasonOf(player.api.storage.download({ gameId }))).toBe('UNAVAILABLE')
    store.deps.credentials.away = false
  })
})
