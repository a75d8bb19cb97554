import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { diskStore, memoryStore } from './store.ts'
import { depotStoreContract, temporaryFolder } from './testing/index.ts'

const { dir, remove } = await temporaryFolder()
afterAll(remove)

depotStoreContract('The disk', async () => diskStore(join(dir, 'depot')))
const memory = memoryStore()
depotStoreContract('The memory', async () => memory)

it('lists only what is of the depot: no folder, no file half written, no name of another form', async () => {
  const depot = join(dir, 'strange')
  const store = diskStore(depot)
  const name = await store.put('packs', [Buffer.from('right')])
  await mkdir(join(depot, 'packs', 'ab', 'ab'.repeat(32)), { recursive: true })
  await writeFile(join(depot, 'packs', 'ab', 'notes.txt'), 'x')
  await writeFile(join(depot, 'tmp', 'half'), 'x')
  const found: string[] = []
  for await (const { sha256 } of store.list('packs')) found.push(sha256)
  expect(found).toEqual([name])
})
