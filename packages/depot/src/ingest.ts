import { createHash } from 'node:crypto'
import { sha256Hex } from './chunk.ts'
import type { ChunkIndex, ChunkLocation } from './chunk-index.ts'
import { cutStream } from './chunker.ts'
import { DepotError } from './errors.ts'
import { type BuildSource, type FolderEntries, folderSource, type SourceFile } from './folder.ts'
import { checkLaunch, LAUNCH_FILE, type LaunchEntry, MAX_LAUNCH_BYTES, readLaunch } from './launch.ts'
import { contentSha256, encodeManifest, type Manifest, treeOf } from './manifest.ts'
import { type NewChunk, packWriter } from './pack-writer.ts'
import { checkTree } from './paths.ts'
import type { DepotStore } from './store.ts'

export interface IngestOptions {
  /** The files to ingest. What is changed meanwhile is found out, and refused. */
  source: BuildSource
  /** How the build is started; without it, what the folder's kettle.json says, else its index.html, else nothing. */
  launch?: LaunchEntry[]
  store: DepotStore
  index: ChunkIndex
  onProgress?: (progress: { bytesDone: number; bytesTotal: number }) => void
  signal?: AbortSignal
}

export interface Ingested {
  /** The manifest's name in the store. The same content in the same depot, or in a fresh one, gives the same name. */
  manifestSha256: string
  /** The same for the same content in any depot, however it is chunked. */
  contentSha256: string
  /** Bytes of all files. */
  installBytes: number
  /** Bytes that a player without any of it fetches: the packed size of its chunks. */
  downloadBytes: number
  fileCount: number
  chunkCount: number
  /** Bytes that the depot had to store for it, without the manifest. */
  newBytes: number
}

// What waits to be looked up and compressed together: bounds the memory, and the number of questions to the index.
const BATCH_BYTES = 8 << 20
const BATCH_CHUNKS = 1000

/** Makes a build of a folder of this machine, as `ingestSource` does of any. */
export function ingestFolder({ dir, ...options }: { dir: string } & Omit<IngestOptions, 'source'>): Promise<Ingested> {
  return ingestSource({ ...options, source: folderSource(dir) })
}

/**
 * Makes a build of a source: cuts its files into chunks, stores those that the depot lacks and the manifest. Streams,
 * so that memory stays below some 100 MB however large the files are. Twice is as once; broken off, it leaves at
 * most packs that the next try uses.
 * @throws DepotError PATH_INVALID, LAUNCH_INVALID, BUILD_EMPTY, BUILD_TOO_LARGE, SOURCE_CHANGED, NOT_STORED; the signal's
 * reason when told to stop.
 */
export async function ingestSource({
  source,
  launch,
  store,
  index,
  onProgress,
  signal,
}: IngestOptions): Promise<Ingested> {
  const found = await source.list()
  const launchFile = found.files.find(({ path }) => path === LAUNCH_FILE)
  const kettleJson = launchFile ? await readLaunchFile(source, launchFile.size) : null
  found.files = found.files.filter(({ path }) => path !== LAUNCH_FILE)
  if (found.files.length === 0) throw new DepotError('BUILD_EMPTY', 'The folder has no files')
  checkTree(
    treeOf({ files: [], dirs: found.dirs, links: found.links }).concat(
      found.files.map(({ path }) => ({ kind: 'file', path })),
    ),
  )
  const paths = new Set(found.files.map(({ path }) => path))
  const entries = launch ? checkLaunch(launch, paths) : readLaunch(kettleJson, paths)

  const bytesTotal = found.files.reduce((sum, { size }) => sum + size, 0)
  const chunks = chunkSink({ store, index })
  const files: ReadFile[] = []
  let bytesDone = 0
  for (const file of found.files) {
    const read = await readChunks(await source.open(file.path), file.size, async (chunk) => {
      signal?.throwIfAborted()
      await chunks.add(chunk)
      bytesDone += chunk.bytes.length
      onProgress?.({ bytesDone, bytesTotal })
    })
    files.push({ ...file, ...read })
  }
  const { locations, newBytes } = await chunks.finish()

  const manifest = assemble(files, found, entries, locations)
  const encoded = encodeManifest(manifest)
  await store.put('manifests', [encoded.bytes])
  return {
    manifestSha256: encoded.sha256,
    contentSha256: contentSha256(manifest),
    installBytes: bytesDone,
    downloadBytes: manifest.chunks.reduce((sum, { packedSize }) => sum + packedSize, 0),
    fileCount: files.length,
    chunkCount: manifest.chunks.length,
    newBytes,
  }
}

type ReadFile = { path: string; mode: 0o644 | 0o755; size: number; sha256: string; chunks: string[] }

async function readLaunchFile(source: BuildSource, size: number): Promise<string> {
  if (size > MAX_LAUNCH_BYTES)
    throw new DepotError('LAUNCH_INVALID', `${LAUNCH_FILE} has ${size} bytes, more than ${MAX_LAUNCH_BYTES}`)
  const file = await source.open(LAUNCH_FILE)
  try {
    const bytes = Buffer.alloc(size)
    let end = 0
    for (let got = -1; got !== 0 && end < size; end += got) got = await file.read(bytes.subarray(end))
    await file.check()
    return bytes.toString('utf8', 0, end)
  } finally {
    await file.close()
  }
}

/**
 * Reads a file chunk by chunk, closes it, and answers its hash, size and the names of its chunks.
 * @throws DepotError SOURCE_CHANGED
 */
export async function readChunks(
  file: SourceFile,
  sizeHint: number,
  onChunk: (chunk: NewChunk) => Promise<void>,
): Promise<{ size: number; sha256: string; chunks: string[] }> {
  const whole = createHash('sha256')
  const chunks: string[] = []
  let size = 0
  try {
    for await (const bytes of cutStream((into) => file.read(into), { sizeHint })) {
      const sha256 = sha256Hex(bytes)
      if (bytes.length < sizeHint) whole.update(bytes)
      chunks.push(sha256)
      size += bytes.length
      await onChunk({ sha256, bytes })
      if (bytes.length === sizeHint || size > sizeHint) break
    }
    await file.check()
  } finally {
    await file.close()
  }
  return { size, sha256: chunks.length === 1 && size === sizeHint ? (chunks[0] ?? '') : whole.digest('hex'), chunks }
}

/** Takes a build's chunks as they come and stores those that neither the build nor the depot had before. */
function chunkSink({ store, index }: { store: DepotStore; index: ChunkIndex }): {
  add(chunk: NewChunk): Promise<void>
  finish(): Promise<{ locations: Map<string, ChunkLocation>; newBytes: number }>
} {
  const writer = packWriter({ store, index })
  const seen = new Set<string>()
  const reused = new Map<string, ChunkLocation>()
  const packThere = new Map<string, boolean>()
  let batch: NewChunk[] = []
  let batchBytes = 0

  const isThere = async (pack: string): Promise<boolean> => {
    const known = packThere.get(pack) ?? (await store.has('packs', pack))
    packThere.set(pack, known)
    return known
  }
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return
    const found = await index.find(batch.map(({ sha256 }) => sha256))
    const missing: NewChunk[] = []
    for (const chunk of batch) {
      const location = found.get(chunk.sha256)
      if (location && (await isThere(location.pack))) reused.set(chunk.sha256, location)
      else missing.push(chunk)
    }
    await writer.add(missing)
    batch = []
    batchBytes = 0
  }
  return {
    async add(chunk) {
      if (seen.has(chunk.sha256)) return
      seen.add(chunk.sha256)
      batch.push(chunk)
      batchBytes += chunk.bytes.length
      if (batchBytes >= BATCH_BYTES || batch.length >= BATCH_CHUNKS) await flush()
    },
    async finish() {
      await flush()
      const { locations, newBytes } = await writer.finish()
      return { locations: new Map([...reused, ...locations]), newBytes }
    },
  }
}

/** The manifest, with chunks and packs in the order in which the sorted files first need them. */
function assemble(
  files: ReadFile[],
  { dirs, links }: FolderEntries,
  launch: LaunchEntry[],
  locations: ReadonlyMap<string, ChunkLocation>,
): Manifest {
  const manifest: Manifest = { format: 1, files: [], dirs, links, launch, chunks: [], packs: [] }
  const chunkAt = new Map<string, number>()
  const packAt = new Map<string, number>()
  const placed = <T>(at: Map<string, number>, list: T[], name: string, make: () => T): number => {
    const known = at.get(name)
    if (known !== undefined) return known
    at.set(name, list.length)
    list.push(make())
    return list.length - 1
  }
  const chunkIndex = (name: string): number =>
    placed(chunkAt, manifest.chunks, name, () => {
      const location = locations.get(name)
      if (!location) throw new DepotError('NOT_STORED', `chunk ${name} was cut but not stored`)
      const { sha256, size, offset, packedSize, encoding } = location
      const pack = placed(packAt, manifest.packs, location.pack, () => ({
        sha256: location.pack,
        size: location.packSize,
      }))
      return { sha256, size, pack, offset, packedSize, encoding }
    })
  for (const { path, size, mode, sha256, chunks } of files)
    manifest.files.push({ path, size, mode, sha256, chunks: chunks.map(chunkIndex) })
  return manifest
}
