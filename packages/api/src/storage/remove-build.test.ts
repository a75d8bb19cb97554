import { expect, it } from 'vitest'
import { finishBuild, makeCaller, makeUser } from '../testing/index.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'

const store = useStore()
let count = 0

async function publisher() {
  const api = await makeCaller(store.deps, { as: await makeUser(store.deps.db, { role: 'publisher' }) })
  const { id: gameId } = await api.storage.saveGame({
    ...{ slug: `removed-${++count}`, developer: 'Us', publisher: 'Us', releaseDate: '2026-02-02', basePrice: 0 },
    ...{ title: { en: 'R', ru: 'Р' }, shortDescription: { en: 'R', ru: 'Р' }, description: { en: 'R', ru: 'Р' } },
    ...{ tags: [], platforms: ['any'], published: true },
  })
  const push = async (version: string) => {
    const { uploadId } = await api.storage.createUpload({ gameId, platform: 'any', version })
    store.deps.ingest.contents.set(uploadId, `${gameId} ${version}`)
    return { uploadId, ...(await finishBuild(store.deps, api, uploadId)) }
  }
  return { api, gameId, push }
}

it('forgets a build that nobody gets, its patches too, and lets its version be pushed anew', async () => {
  const { api, gameId, push } = await publisher()
  const one = await push('1')
  const two = await push('2')
  expect(two.updates).toHaveLength(1)
  await api.storage.removeBuild({ buildId: one.buildId })
  expect((await api.storage.builds({ gameId })).map(({ version }) => version)).toEqual(['2'])
  expect((await api.storage.upload({ uploadId: two.uploadId })).build?.updates).toEqual([])
  expect(await api.storage.finishUpload({ uploadId: one.uploadId })).toMatchObject({
    ...{ state: 'failed', build: null, failure: { reason: 'UPLOAD_CLOSED' } },
  })
  expect(await reasonOf(api.storage.removeBuild({ buildId: one.buildId }))).toBe('NOT_FOUND')
  expect((await push('1')).buildId).not.toBe(one.buildId)
})

it('keeps what players get, also when it is promoted at the same moment', async () => {
  const { api, gameId, push } = await publisher()
  const live = await push('live')
  await api.storage.promote({ buildId: live.buildId, channel: 'beta' })
  expect(await reasonOf(api.storage.removeBuild({ buildId: live.buildId }))).toBe('BUILD_IN_USE')
  for (let round = 0; round < 8; round++) {
    const { buildId } = await push(`race-${round}`)
    const [promoted, removed] = await Promise.allSettled([
      api.storage.promote({ buildId, channel: 'stable' }),
      api.storage.removeBuild({ buildId }),
    ])
    const there = (await api.storage.builds({ gameId })).some(({ id }) => id === buildId)
    expect(there).toBe(removed.status === 'rejected')
    expect(promoted.status === 'fulfilled').toBe(there)
  }
})

it('is for its publisher alone', async () => {
  const { push } = await publisher()
  const { buildId } = await push('1')
  const { api } = await publisher()
  expect(await reasonOf(api.storage.removeBuild({ buildId }))).toBe('NOT_FOUND')
  const player = await makeCaller(store.deps, { as: await makeUser(store.deps.db) })
  expect(await reasonOf(player.storage.removeBuild({ buildId }))).toBe('FORBIDDEN')
  expect(await reasonOf((await makeCaller(store.deps)).storage.removeBuild({ buildId }))).toBe('NOT_SIGNED_IN')
})
