import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sha256Hex } from '../chunk.ts'

/** A folder as plain data: path -> bytes (text or buffer), program, link or empty folder. */
export type Tree = Record<string, string | Buffer | { program: string | Buffer } | { link: string } | { dir: true }>

/** A new folder for one test. Removed by the disposer. */
export async function temporaryFolder(): Promise<{ dir: string; remove: () => Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'kettle-test-'))
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) }
}

export async function writeTree(dir: string, tree: Tree): Promise<void> {
  await mkdir(dir, { recursive: true })
  for (const [path, entry] of Object.entries(tree)) {
    const full = join(dir, path)
    await mkdir(dirname(full), { recursive: true })
    if (typeof entry === 'string' || Buffer.isBuffer(entry)) await writeFile(full, entry)
    else if ('dir' in entry) await mkdir(full, { recursive: true })
    else if ('link' in entry) await symlink(entry.link, full)
    else {
      await writeFile(full, entry.program)
      await chmod(full, 0o755)
    }
  }
}

/** What is in a folder, so that two can be compared: path -> `file <mode> <hash>`, `link <target>` or `dir` for empty ones. */
export async function readTree(dir: string, skip: readonly string[] = []): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  const walk = async (below: string): Promise<void> => {
    const entries = await readdir(join(dir, below), { withFileTypes: true })
    if (entries.length === 0 && below !== '') found[below] = 'dir'
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (skip.includes(path)) continue
      if (entry.isDirectory()) await walk(path)
      else if (entry.isSymbolicLink()) found[path] = `link ${await readlink(join(dir, path))}`
      else {
        const { mode } = await lstat(join(dir, path))
        found[path] = `file ${mode & 0o111 ? 'runs' : 'plain'} ${sha256Hex(await readFile(join(dir, path)))}`
      }
    }
  }
  await walk('')
  return found
}

/** The same bytes for the same seed; nothing compresses them. */
export function noise(bytes: number, seed = 1): Buffer {
  const out = Buffer.alloc(bytes)
  let state = seed | 1
  for (let at = 0; at < bytes; at++) {
    // xorshift32, Marsaglia 2003.
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    out[at] = state & 0xff
  }
  return out
}
