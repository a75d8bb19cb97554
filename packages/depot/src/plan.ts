import type { Manifest } from './manifest.ts'
import type { FileState } from './verify.ts'

/** Where a chunk's plain bytes belong: as the `ordinal`-th chunk of a file of the manifest, at this byte of it. */
export interface Place {
  file: number
  ordinal: number
  offset: number
}

/** A chunk to fetch, by its index in the manifest, and all the places that want it. */
export interface FetchChunk {
  chunk: number
  places: Place[]
}

/** A chunk whose bytes lie (or should: they are checked when copied) somewhere in the install folder already. */
export interface CopyChunk extends FetchChunk {
  from: Source
}

export interface Source {
  path: string
  offset: number
}

/** Which chunks of which files are in the staging folder: file index -> ordinals. */
export type Staged = ReadonlyMap<number, ReadonlySet<number>>

/** What must be done so that the folder holds the wanted build. */
export interface Plan {
  /** Files to be put together in staging and then moved into place, by index. */
  build: number[]
  copies: CopyChunk[]
  /** Sorted by pack and offset, so that neighbours can be read at once. */
  fetch: FetchChunk[]
  /** Files whose bytes are right and whose mode is not. */
  chmod: number[]
  /** Files and links that only the old build listed. What no manifest listed never appears here. */
  remove: string[]
  /** Packed bytes to fetch. */
  fetchBytes: number
  /** Bytes that staging will grow by. */
  diskBytes: number
}

export interface PlanInput {
  want: Manifest
  /** The build that the folder held before, if any. */
  old?: Manifest | null
  /** For each wanted file, what is at its path. */
  files: readonly FileState[]
  staged: Staged
  /** Chunks to be had in the folder, by SHA-256. */
  sources: ReadonlyMap<string, Source>
}

/** Pure: the same input gives the same plan. Fetching nothing twice is its whole art. */
export function planInstall({ want, old, files, staged, sources }: PlanInput): Plan {
  const plan: Plan = {
    build: [],
    copies: [],
    fetch: [],
    chmod: [],
    remove: removals(want, old ?? null),
    fetchBytes: 0,
    diskBytes: 0,
  }
  const places = new Map<number, Place[]>()
  for (const [index, file] of want.files.entries()) {
    const state = files[index]
    if (state?.kind === 'right') {
      if (!state.modeRight) plan.chmod.push(index)
      continue
    }
    plan.build.push(index)
    const done = staged.get(index)
    let offset = 0
    for (const [ordinal, chunk] of file.chunks.entries()) {
      const size = want.chunks[chunk]?.size ?? 0
      if (!done?.has(ordinal)) {
        const at = places.get(chunk)
        if (at) at.push({ file: index, ordinal, offset })
        else places.set(chunk, [{ file: index, ordinal, offset }])
        plan.diskBytes += size
      }
      offset += size
    }
  }
  for (const [chunk, wantedAt] of places) {
    const from = sources.get(want.chunks[chunk]?.sha256 ?? '')
    if (from) plan.copies.push({ chunk, places: wantedAt, from })
    else {
      plan.fetch.push({ chunk, places: wantedAt })
      plan.fetchBytes += want.chunks[chunk]?.packedSize ?? 0
    }
  }
  plan.fetch.sort((a, b) => {
    const left = want.chunks[a.chunk]
    const right = want.chunks[b.chunk]
    return left && right ? left.pack - right.pack || left.offset - right.offset : 0
  })
  return plan
}

function removals(want: Manifest, old: Manifest | null): string[] {
  if (!old) return []
  const wanted = new Set([...want.files, ...want.links].map(({ path }) => path))
  return [...old.files, ...old.links].map(({ path }) => path).filter((path) => !wanted.has(path))
}

/** Where the chunks of these files lie. Of a file that changed only what is still right counts, when that is known. */
export function sourcesIn(
  manifest: Manifest,
  rightChunks: (file: number) => ReadonlySet<number> | 'all' | 'none',
): Map<string, Source> {
  const sources = new Map<string, Source>()
  for (const [index, file] of manifest.files.entries()) {
    const right = rightChunks(index)
    if (right === 'none') continue
    let offset = 0
    for (const [ordinal, chunk] of file.chunks.entries()) {
      const found = manifest.chunks[chunk]
      if (!found) continue
      if (right === 'all' || right.has(ordinal)) sources.set(found.sha256, { path: file.path, offset })
      offset += found.size
    }
  }
  return sources
}

/** One ranged read of a pack that brings whole chunks, one right after the other. */
export interface PackRead {
  pack: number
  offset: number
  length: number
  chunks: FetchChunk[]
}

/**
 * The next read from a plan's `fetch`, starting at `at`: neighbours merged up to `maxBytes`, at least one chunk.
 * Null when nothing is left.
 */
export function nextRead(want: Manifest, fetch: readonly FetchChunk[], at: number, maxBytes: number): PackRead | null {
  const first = want.chunks[fetch[at]?.chunk ?? -1]
  if (!first) return null
  let end = first.offset
  const chunks: FetchChunk[] = []
  for (let next = fetch[at]; next; next = fetch[at + chunks.length]) {
    const chunk = want.chunks[next.chunk]
    if (!chunk || chunk.pack !== first.pack || chunk.offset !== end) break
    if (chunks.length > 0 && end + chunk.packedSize - first.offset > maxBytes) break
    chunks.push(next)
    end += chunk.packedSize
  }
  return { pack: first.pack, offset: first.offset, length: end - first.offset, chunks }
}
