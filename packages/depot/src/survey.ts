import { folderSource } from './folder.ts'
import { readChunks } from './ingest.ts'
import { LAUNCH_FILE } from './launch.ts'
import type { Manifest } from './manifest.ts'
import { shrink } from './pack-writer.ts'

/** What a folder would be as the next build, compared with one that is there. */
export interface Survey {
  files: { total: number; added: string[]; changed: string[]; removed: string[] }
  /** Bytes of all files. */
  installBytes: number
  /** Bytes that a first install fetches. */
  downloadBytes: number
  /** Bytes that are new: what the depot stores, and the most that a player of the old build fetches of chunks. */
  newBytes: number
  /** Files that hardly compress, changed though they kept their name and most of their size, and share nothing with before. */
  rewritten: { path: string; size: number }[]
}

/** Below this a file that is new in whole costs little. */
const REWRITTEN_BYTES = 1 << 20
const REWRITTEN_SHARE = 0.9

/**
 * Cuts and hashes a folder as an ingest would, and stores nothing. `old` is the build that players have.
 * @throws DepotError PATH_INVALID, BUILD_TOO_LARGE, SOURCE_CHANGED; the signal's reason.
 */
export async function surveyFolder(
  dir: string,
  old: Manifest | null,
  { onBytes, signal }: { onBytes?: (bytes: number) => void; signal?: AbortSignal } = {},
): Promise<Survey> {
  const source = folderSource(dir)
  const files = (await source.list()).files.filter(({ path }) => path !== LAUNCH_FILE)
  const before = new Map(old?.files.map((file) => [file.path, file]))
  const known = new Map(old?.chunks.map(({ sha256, packedSize }) => [sha256, packedSize]))
  const seen = new Set<string>()
  const survey: Survey = {
    files: { total: files.length, added: [], changed: [], removed: [] },
    ...{ installBytes: 0, downloadBytes: 0, newBytes: 0, rewritten: [] },
  }
  for (const { path, size } of files) {
    let shared = 0
    let packed = 0
    const read = await readChunks(await source.open(path), size, async ({ sha256, bytes }) => {
      signal?.throwIfAborted()
      onBytes?.(bytes.length)
      const stored = known.get(sha256)
      if (stored !== undefined) shared += bytes.length
      if (seen.has(sha256)) return
      seen.add(sha256)
      const cost = stored ?? (await shrink(bytes))?.length ?? bytes.length
      survey.downloadBytes += cost
      if (stored === undefined) survey.newBytes += cost
      packed += cost
    })
    survey.installBytes += read.size
    const same = before.get(path)
    before.delete(path)
    if (!same) survey.files.added.push(path)
    else if (same.sha256 !== read.sha256) {
      survey.files.changed.push(path)
      if (read.size >= REWRITTEN_BYTES && shared === 0 && packed > read.size * REWRITTEN_SHARE)
        survey.rewritten.push({ path, size: read.size })
    }
  }
  survey.files.removed.push(...before.keys())
  return survey
}
