import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root, startStore } from './programs.ts'

const cache = join(root, '.kettle-tests/seeded')
/** A filled store depends on these: the schema, the rules it is filled by, the format of builds, and the demo itself. */
const sources = [
  'packages/db/migrations',
  'packages/db/src',
  'packages/api/src',
  'packages/depot/src',
  'apps/server/src',
  'pnpm-lock.yaml',
]

/**
 * A data folder of a filled demo store that nothing else uses. The store is filled once per state of its sources and day
 * (the demo's discounts and reviews are dated from today) and copied afterwards.
 */
export async function copySeededFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kettle-e2e-store-'))
  const dataDir = join(folder, 'data')
  // Elsewhere a copy would lose the owner of Postgres' files.
  if (process.platform !== 'linux') return dataDir
  const kept = join(cache, await fingerprint())
  if (!existsSync(kept)) await fill(folder, kept)
  try {
    await copy(kept, dataDir)
  } catch {
    // Another run has removed or replaced it meanwhile, or the disk is full: the store then fills itself, or says so.
    await rm(dataDir, { recursive: true, force: true })
  }
  return dataDir
}

async function fill(folder: string, kept: string): Promise<void> {
  const fresh = join(folder, 'fresh')
  const store = await startStore(fresh, join(folder, 'seed.log'))
  const code = await store.stop({ keep: true })
  // Postgres must have shut down in order for its files to be whole.
  if (code !== 0) throw new Error(`the store that was to be kept ended with ${code}:\n${store.output()}`)
  await mkdir(cache, { recursive: true })
  const part = await mkdtemp(join(cache, 'part-'))
  await copy(fresh, join(part, 'data'))
  await rm(fresh, { recursive: true, force: true })
  for (const name of await readdir(cache))
    if (!name.startsWith('part-')) await rm(join(cache, name), { recursive: true, force: true })
  // Whoever comes first keeps its own; the other copy is as good.
  await rename(join(part, 'data'), kept).catch(() => {})
  await rm(part, { recursive: true, force: true })
}

const copy = async (from: string, to: string): Promise<void> =>
  void (await promisify(execFile)('cp', ['-a', '--reflink=auto', from, to]))

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256').update(new Date().toISOString().slice(0, 10))
  const visit = async (path: string): Promise<void> => {
    const entries = await readdir(join(root, path), { withFileTypes: true }).catch(() => null)
    if (entries === null) return void hash.update(await readFile(join(root, path)))
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const at = `${path}/${entry.name}`
      if (entry.isDirectory()) await visit(at)
      else if (!at.endsWith('.test.ts')) hash.update(`${at}\n`).update(await readFile(join(root, at)))
    }
  }
  for (const path of sources) await visit(path)
  return hash.digest('hex').slice(0, 24)
}
