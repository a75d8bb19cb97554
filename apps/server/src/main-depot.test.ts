import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeManifest, diskStore, ingestFolder, memoryIndex, readWhole } from '@kettle/depot'
import { noise, writeTree } from '@kettle/depot/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kettle-depot-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const run = (verb: string): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    const env = { PATH: process.env.PATH, KETTLE_DATA_DIR: dir }
    execFile(process.execPath, [join(import.meta.dirname, 'main-depot.ts'), verb], { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    )
  })

it('says by words and exit code whether the depot is sound, and what is not', async () => {
  expect(await run('verify')).toEqual({ code: 0, said: '0 objects, 0.0 MB: all sound\n' })
  await writeTree(join(dir, 'game'), { 'levels/один.bin': noise(200_000, 5) })
  const store = diskStore(join(dir, 'depot'))
  const { manifestSha256 } = await ingestFolder({ dir: join(dir, 'game'), store, index: memoryIndex() })
  expect(await run('verify')).toEqual({ code: 0, said: '2 objects, 0.2 MB: all sound\n' })
  const pack = decodeManifest(await readWhole(store, 'manifests', manifestSha256)).packs[0]?.sha256 ?? ''
  const path = join(dir, 'depot/packs', pack.slice(0, 2), pack)
  const bytes = await readFile(path)
  bytes.writeUInt8((bytes[70_000] ?? 0) ^ 1, 70_000)
  await writeFile(path, bytes)
  const { code, said } = await run('verify')
  expect(code).toBe(1)
  expect(said).toContain(`pack ${pack}: its bytes do not match its name: 1 of`)
  expect(said).toContain(`in build ${manifestSha256} levels/один.bin`)
  expect(said).toContain('2 objects, 0.2 MB: 1 wrong')
})

it('ends with 2 when it does not know what to do', async () => {
  expect(await run('polish')).toMatchObject({ code: 2 })
})
