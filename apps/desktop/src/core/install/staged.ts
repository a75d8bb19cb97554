import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Manifest, verifyChunks } from '@kettle/depot'
import type { StagedChunks } from './journal.ts'
import { readText } from './state-folder.ts'
import { bootSeconds, sameBoot, statePaths } from './state-paths.ts'

/**
 * What staging holds of this build, by the journal; null when that is for another build. After a restart of the computer
 * the journal may know more than the disk does, so then every chunk is hashed.
 */
export async function readStaged(dir: string, want: Manifest, manifestSha256: string): Promise<StagedChunks | null> {
  const { journal, staging } = statePaths(dir)
  const text = await readText(journal)
  if (text === null) return null
  const lines = text.split('\n').slice(0, -1)
  const head = parseHead(lines.shift())
  if (head?.manifestSha256 !== manifestSha256) return null
  const there = new Set(await readdir(staging).catch(() => []))
  const staged: StagedChunks = new Map()
  for (const line of lines) {
    const [file = -1, ordinal = -1, count = 0] = line.split(' ').map(Number)
    const chunks = want.files[file]?.chunks.length ?? 0
    if (!there.has(String(file)) || !(ordinal >= 0 && ordinal + count <= chunks)) continue
    const done = staged.get(file) ?? new Set()
    for (let at = ordinal; at < ordinal + count; at++) done.add(at)
    staged.set(file, done)
  }
  if (sameBoot(head.boot, bootSeconds())) return staged
  for (const [file, done] of staged) {
    const right = await verifyChunks(join(staging, String(file)), want, file)
    staged.set(file, new Set([...done].filter((ordinal) => right.has(ordinal))))
  }
  return staged
}

function parseHead(line: string | undefined): { manifestSha256: string; boot: number } | null {
  try {
    return JSON.parse(line ?? '')
  } catch {
    return null
  }
}

export async function forgetStaged(dir: string): Promise<void> {
  const { journal, staging } = statePaths(dir)
  await rm(journal, { force: true })
  await rm(staging, { recursive: true, force: true })
}
