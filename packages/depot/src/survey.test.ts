import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { memoryIndex } from './chunk-index.ts'
import { ingestFolder } from './ingest.ts'
import { decodeManifest } from './manifest.ts'
import { memoryStore, readWhole } from './store.ts'
import { surveyFolder } from './survey.ts'
import { noise, temporaryFolder, writeTree } from './testing/trees.ts'

let dir: string
let remove: () => Promise<void>
beforeEach(async () => ({ dir, remove } = await temporaryFolder()))
afterEach(() => remove())

it('says before an ingest what the ingest will say', async () => {
  const store = memoryStore()
  const index = memoryIndex()
  const ingest = async (name: string) => ingestFolder({ dir: join(dir, name), store, index })
  const text = noise(300_000).toString('hex')
  const kept = { 'same.bin': noise(200_000, 3), 'kettle.json': '{"launch":[]}' }
  await writeTree(join(dir, 'one'), { ...kept, 'text.txt': text, 'gone.txt': 'x', 'video.bin': noise(3_000_000, 7) })
  const first = await surveyFolder(join(dir, 'one'), null)
  const one = await ingest('one')
  const { installBytes, downloadBytes, newBytes } = one
  expect(first).toMatchObject({ installBytes, downloadBytes, newBytes, rewritten: [] })
  await writeTree(join(dir, 'two'), {
    ...kept,
    'text.txt': `${text}!`,
    'ё.txt': 'new',
    'video.bin': noise(3_000_000, 9),
  })
  const old = decodeManifest(await readWhole(store, 'manifests', one.manifestSha256))
  const survey = await surveyFolder(join(dir, 'two'), old)
  expect(survey.newBytes).toBe((await ingest('two')).newBytes)
  expect(survey.files).toEqual({
    total: 4,
    added: ['ё.txt'],
    changed: ['text.txt', 'video.bin'],
    removed: ['gone.txt'],
  })
  expect(survey.rewritten).toEqual([{ path: 'video.bin', size: 3_000_000 }])
})
