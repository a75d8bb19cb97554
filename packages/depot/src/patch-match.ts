import type { Manifest, ManifestFile } from './manifest.ts'
import type { DictionarySpan } from './patch.ts'

/** New chunks that are compressed together, and the old chunks that they are probably made of. */
export interface PieceSketch {
  /** Indexes into the wanted manifest's chunks, in the order in which their bytes are joined. */
  chunks: number[]
  dictionary: DictionarySpan[]
}

/**
 * What one piece unpacks to, at least where there is as much: large enough that files help each other, small enough
 * that a piece lost in transit costs little.
 */
const PIECE_BYTES = 3 << 20
/** Old bytes that one run of new chunks may look at, and one piece. */
const RUN_DICTIONARY_BYTES = 4 << 20
const PIECE_DICTIONARY_BYTES = 6 << 20

/** Pure: which chunks of `want` the old build lacks, gathered into pieces, each with the places in `old` to look at. */
export function sketchPatch(old: Manifest, want: Manifest): PieceSketch[] {
  const had = new Set(old.chunks.map(({ sha256 }) => sha256))
  const likely = counterparts(old, want, had)
  const taken = new Set<number>()
  const pieces: PieceSketch[] = []
  let open = newPiece()
  const close = (): void => {
    if (open.chunks.length > 0) pieces.push({ chunks: open.chunks, dictionary: spansOf(open.wants) })
    open = newPiece()
  }
  for (const [index, file] of want.files.entries()) {
    for (const run of missingRuns(want, file, had, taken)) {
      const from = likely(index)
      const span = from === null ? null : spanFor(run, file, want, from, old)
      const dictionaryBytes = span ? bytesOf(old, span) : 0
      if (open.bytes + run.bytes > PIECE_BYTES || open.dictionaryBytes + dictionaryBytes > PIECE_DICTIONARY_BYTES)
        close()
      open.chunks.push(...run.chunks)
      open.bytes += run.bytes
      if (!span) continue
      open.dictionaryBytes += dictionaryBytes
      open.wants.push(span)
    }
  }
  close()
  return pieces
}

interface OpenPiece {
  chunks: number[]
  bytes: number
  wants: DictionarySpan[]
  dictionaryBytes: number
}

const newPiece = (): OpenPiece => ({ chunks: [], bytes: 0, wants: [], dictionaryBytes: 0 })

/** Neighbouring chunks of a file that the old build lacks. `first` and `end` are ordinals in the file. */
interface Run {
  first: number
  end: number
  chunks: number[]
  bytes: number
}

function* missingRuns(
  want: Manifest,
  file: ManifestFile,
  had: ReadonlySet<string>,
  taken: Set<number>,
): Generator<Run> {
  let run: Run | null = null
  for (const [ordinal, index] of file.chunks.entries()) {
    const chunk = want.chunks[index]
    const missing = chunk !== undefined && !had.has(chunk.sha256) && !taken.has(index)
    if (run && (!missing || run.bytes + chunk.size > PIECE_BYTES)) {
      yield run
      run = null
    }
    if (!missing) continue
    taken.add(index)
    run ??= { first: ordinal, end: ordinal, chunks: [], bytes: 0 }
    run.end = ordinal + 1
    run.chunks.push(index)
    run.bytes += chunk.size
  }
  if (run) yield run
}

/**
 * The part of an old file that a run took the place of: between the chunks before and after it that both have, with one
 * more on each side, and at least about as much as the run itself.
 */
function spanFor(run: Run, file: ManifestFile, want: Manifest, from: number, old: Manifest): DictionarySpan | null {
  const before = old.files[from]
  if (!before || before.chunks.length === 0) return null
  const at = new Map(before.chunks.map((chunk, ordinal) => [old.chunks[chunk]?.sha256 ?? '', ordinal]))
  const ordinalOf = (ordinal: number): number | undefined =>
    at.get(want.chunks[file.chunks[ordinal] ?? -1]?.sha256 ?? '')
  let left: number | undefined
  for (let ordinal = run.first - 1; ordinal >= 0 && left === undefined; ordinal--) left = ordinalOf(ordinal)
  let right: number | undefined
  for (let ordinal = run.end; ordinal < file.chunks.length && right === undefined; ordinal++) right = ordinalOf(ordinal)
  let first = left ?? 0
  let end = (right ?? before.chunks.length - 1) + 1
  // Moved about: stay near what stands before.
  if (end <= first) end = first + 1
  const sizeAt = (ordinal: number): number => old.chunks[before.chunks[ordinal] ?? -1]?.size ?? 0
  let bytes = bytesOf(old, { file: from, first, count: end - first })
  const enough = Math.min(RUN_DICTIONARY_BYTES, 2 * run.bytes)
  while (bytes < enough && (first > 0 || end < before.chunks.length)) {
    if (first > 0) bytes += sizeAt(--first)
    if (end < before.chunks.length) bytes += sizeAt(end++)
  }
  if (bytes > RUN_DICTIONARY_BYTES) {
    // Where the run would stand if the gap had grown evenly.
    const share = run.first / Math.max(1, file.chunks.length)
    const middle = Math.min(end - 1, Math.max(first, Math.floor(share * before.chunks.length)))
    first = middle
    end = middle + 1
    bytes = sizeAt(middle)
    while (bytes < RUN_DICTIONARY_BYTES - (512 << 10) && (first > 0 || end < before.chunks.length)) {
      if (first > 0) bytes += sizeAt(--first)
      if (end < before.chunks.length) bytes += sizeAt(end++)
    }
  }
  return { file: from, first, count: end - first }
}

/** For each wanted file the old one it probably comes from: of the same path, else with the most common chunks, else alike by name. */
function counterparts(old: Manifest, want: Manifest, had: ReadonlySet<string>): (file: number) => number | null {
  const byPath = new Map(old.files.map(({ path }, index) => [path, index]))
  const holder = new Map<string, number>()
  for (const [index, file] of old.files.entries())
    for (const chunk of file.chunks) holder.set(old.chunks[chunk]?.sha256 ?? '', index)
  const wanted = new Set(want.files.map(({ path }) => path))
  // Files that went are the best guess for those that came.
  const gone = old.files.map((_, index) => index).filter((index) => !wanted.has(old.files[index]?.path ?? ''))
  return (index) => {
    const file = want.files[index]
    if (!file) return null
    const same = byPath.get(file.path)
    if (same !== undefined) return same
    const votes = new Map<number, number>()
    for (const chunk of file.chunks) {
      const sha256 = want.chunks[chunk]?.sha256 ?? ''
      const from = had.has(sha256) ? holder.get(sha256) : undefined
      if (from !== undefined) votes.set(from, (votes.get(from) ?? 0) + 1)
    }
    const most = [...votes].toSorted(([, a], [, b]) => b - a)[0]
    return most ? most[0] : nearestName(old, gone, file)
  }
}

function nearestName(old: Manifest, candidates: readonly number[], file: ManifestFile): number | null {
  let best: number | null = null
  let bestScore = 0
  for (const candidate of candidates) {
    const other = old.files[candidate]
    if (!other) continue
    const score = likeness(other, file)
    if (score > bestScore) {
      best = candidate
      bestScore = score
    }
  }
  return best
}

function likeness(one: ManifestFile, other: ManifestFile): number {
  const [folder, name, extension] = parts(one.path)
  const [otherFolder, otherName, otherExtension] = parts(other.path)
  if (extension !== otherExtension || one.size === 0) return 0
  const size = Math.min(one.size, other.size) / Math.max(one.size, other.size, 1)
  return (name === otherName ? 4 : 0) + (folder === otherFolder ? 2 : 0) + size
}

function parts(path: string): [folder: string, name: string, extension: string] {
  const slash = path.lastIndexOf('/')
  const name = path.slice(slash + 1)
  const dot = name.indexOf('.', 1)
  return [path.slice(0, Math.max(0, slash)), name, dot < 0 ? '' : name.slice(dot)]
}

/** The spans in order, with what overlaps or touches joined. */
function spansOf(wants: readonly DictionarySpan[]): DictionarySpan[] {
  const spans: DictionarySpan[] = []
  for (const span of wants.toSorted((a, b) => a.file - b.file || a.first - b.first)) {
    const last = spans.at(-1)
    if (last && last.file === span.file && span.first <= last.first + last.count)
      last.count = Math.max(last.count, span.first + span.count - last.first)
    else spans.push({ ...span })
  }
  return spans
}

function bytesOf(manifest: Manifest, { file, first, count }: DictionarySpan): number {
  let bytes = 0
  for (const chunk of manifest.files[file]?.chunks.slice(first, first + count) ?? [])
    bytes += manifest.chunks[chunk]?.size ?? 0
  return bytes
}
