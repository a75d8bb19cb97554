import { expect, it } from 'vitest'
import { finishBuild, makeCaller, makeUser } from '../testing/index.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'

const store = useStore()
let count = 0

async function publisher() {
  const user = await makeUser(store.deps.db, { role: 'publisher' })
  const api = await makeCaller(store.deps, { as: user })
  const text = { en: 'O', ru: 'О' }
  const { id: gameId } = await api.storage.saveGame({
    ...{ slug: `own-${++count}`, developer: 'Us', publisher: 'Us', releaseDate: '2026-02-02', basePrice: 0 },
    ...{ title: text, shortDescription: text, description: text, tags: [], platforms: ['any'], published: false },
  })
  const open = (version = '1') => api.storage.createUpload({ gameId, platform: 'any', version })
  return { user, api, gameId, open }
}

it('gives another credential for an upload that is open, and for no other', async () => {
  const { api, open, gameId, user } = await publisher()
  const { uploadId, ...first } = await open()
  const again = await api.storage.resumeUpload({ uploadId })
  expect(again.username).not.toBe(first.username)
  const grant = await store.deps.credentials.redeem(again.username, again.password)
  expect(grant).toEqual({ mode: 'write', userId: user.id, gameId, uploadId, others: [] })
  const stranger = await publisher()
  expect(await reasonOf(stranger.api.storage.resumeUpload({ uploadId }))).toBe('NOT_FOUND')
  expect(await reasonOf((await makeCaller(store.deps)).storage.resumeUpload({ uploadId }))).toBe('NOT_SIGNED_IN')
  await finishBuild(store.deps, api, uploadId)
  expect(await reasonOf(api.storage.resumeUpload({ uploadId }))).toBe('UPLOAD_CLOSED')
})

it('lets a publisher read a build of their own without buying it', async () => {
  const { api, open, gameId, user } = await publisher()
  const { uploadId } = await open()
  const { buildId } = await finishBuild(store.deps, api, uploadId)
  const { manifestSha256, username, password } = await api.storage.inspectBuild({ buildId })
  const grant = await store.deps.credentials.redeem(username, password)
  expect(grant).toEqual({ mode: 'read', userId: user.id, gameId, buildId, manifestSha256 })
  const stranger = await publisher()
  expect(await reasonOf(stranger.api.storage.inspectBuild({ buildId }))).toBe('NOT_FOUND')
  const player = await makeCaller(store.deps, { as: await makeUser(store.deps.db) })
  expect(await reasonOf(player.storage.inspectBuild({ buildId }))).toBe('FORBIDDEN')
})
