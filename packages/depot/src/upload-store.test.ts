import { mkdir, open, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { memoryIndex } from './chunk-index.ts'
import { type BuildSource, folderSource } from './folder.ts'
import { ingestSource } from './ingest.ts'
import { memoryStore } from './store.ts'
import { temporaryFolder, uploadStoreContract, writeTree } from './testing/index.ts'
import { diskUploads } from './upload-store.ts'

const { dir, remove } = await temporaryFolder()
afterAll(remove)

let made = 0
const fresh = (): string => join(dir, String(++made))

uploadStoreContract('The disk', async () => {
  const uploads = fresh()
  return {
    store: diskUploads(uploads),
    writer: (uploadId) => ({
      write: (tree) => writeTree(join(uploads, uploadId), tree),
      async openForWriting(path) {
        const file = await open(join(uploads, uploadId, path), 'r+')
        return {
          write: async (text, offset) => void (await file.write(text, offset)),
          close: () => file.close(),
        }
      },
    }),
  }
})

it('gives a sealed upload a name that none of its sessions can know', async () => {
  const names = new Set<string>()
  for (let round = 0; round < 3; round++) {
    const uploads = fresh()
    await writeTree(join(uploads, 'one'), { a: 'a' })
    await diskUploads(uploads).seal('one')
    expect(await readdir(uploads)).toEqual(['.sealed'])
    for (const name of await readdir(join(uploads, '.sealed/one'))) names.add(name)
  }
  expect(names.size).toBe(3)
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{32}$/)
})

const secret = async (): Promise<string> => {
  const path = join(fresh())
  await mkdir(path)
  await writeFile(join(path, 'a.txt'), 'the secrets of this server')
  return path
}

/** What somebody who knows the folder after all can put in the place of what was listed. */
const swaps: Record<string, (folder: string) => Promise<void>> = {
  'a link to a file outside': async (folder) => {
    await rm(join(folder, 'in/a.txt'))
    await symlink(join(await secret(), 'a.txt'), join(folder, 'in/a.txt'))
  },
  'a link in place of its folder': async (folder) => {
    await rename(join(folder, 'in'), join(folder, 'was'))
    await symlink(await secret(), join(folder, 'in'))
  },
  'a link to the folder that it was': async (folder) => {
    await rename(join(folder, 'in'), join(folder, 'was'))
    await rm(join(folder, 'was/a.txt'))
    await symlink(join(await secret(), 'a.txt'), join(folder, 'was/a.txt'))
    await symlink('was', join(folder, 'in'))
  },
  'another file of the same size': async (folder) => {
    await writeFile(join(folder, 'in/other'), 'b')
    await rename(join(folder, 'in/other'), join(folder, 'in/a.txt'))
  },
  'a longer file': (folder) => writeFile(join(folder, 'in/a.txt'), 'longer'),
  'a folder': async (folder) => {
    await rm(join(folder, 'in/a.txt'))
    await mkdir(join(folder, 'in/a.txt'))
  },
  nothing: (folder) => rm(join(folder, 'in'), { recursive: true }),
}

it.each(Object.keys(swaps))('reads no file in whose place there is meanwhile %s', async (what) => {
  const folder = fresh()
  await writeTree(folder, { 'in/a.txt': 'a', 'in/kept.txt': 'k' })
  const disk = folderSource(folder)
  const source: BuildSource = {
    open: (path) => disk.open(path),
    list: async () => {
      const listed = await disk.list()
      await swaps[what]?.(folder)
      return listed
    },
  }
  const store = memoryStore()
  await expect(ingestSource({ source, store, index: memoryIndex() })).rejects.toMatchObject({
    reason: 'SOURCE_CHANGED',
  })
  expect([...store.objects.keys()].filter((key) => key.startsWith('manifests/'))).toEqual([])
})
