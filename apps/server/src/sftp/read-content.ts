import { type DepotStore, type ManifestFile, openChunk, parseManifest, readWhole } from '@kettle/depot'
import { type PackRanges, readableFrom } from './pack-ranges.ts'
import { type NamedPatch, type ReadTree, readTree } from './read-tree.ts'

/** Bytes of one open thing. `read` fills `into` from `offset` as far as there are bytes. */
export interface OpenContent {
  size: number
  /** How many bytes from `offset` on the grant may read; absent where it may read all. */
  readable?(offset: number): number
  read(into: Buffer, offset: number): Promise<number>
  close(): Promise<void>
}

/** Builds as the SFTP node serves them. One for the whole process: what it keeps is bounded and shared by all sessions. */
export interface Content {
  tree(manifestSha256: string, patches?: readonly NamedPatch[]): Promise<ReadTree>
  openManifest(manifestSha256: string): Promise<OpenContent>
  /** A pack, of which only these ranges may be read. */
  openPack(sha256: string, ranges: PackRanges): Promise<OpenContent>
  openPatch(sha256: string): Promise<OpenContent>
  /** A file of a build, put together from its chunks, each checked before a byte of it leaves. */
  openFile(tree: ReadTree, file: ManifestFile): Promise<OpenContent>
}

/** In files, folders, links and chunks: some hundred megabytes, however large each build is. */
const TREE_ENTRIES_KEPT = 1_000_000
/** What any tree counts, before and after it is known how large it is. */
const LEAST_ENTRIES = 20_000
const CHUNK_BYTES_KEPT = 32 << 20

export function depotContent(
  depot: DepotStore,
  { treeEntries = TREE_ENTRIES_KEPT, leastEntries = LEAST_ENTRIES } = {},
): Content {
  const trees = keep<Promise<ReadTree>>(treeEntries)
  const chunks = keep<Promise<Buffer>>(CHUNK_BYTES_KEPT)

  const tree = (manifestSha256: string, patches: readonly NamedPatch[] = []): Promise<ReadTree> => {
    const key = [manifestSha256, ...patches.map(({ sha256 }) => sha256)].join(' ')
    return trees.get(key, leastEntries, async () => {
      const bytes = await readWhole(depot, 'manifests', manifestSha256)
      const manifest = await parseManifest(bytes, manifestSha256)
      const { files, dirs, links, chunks: named } = manifest
      trees.weigh(key, Math.max(leastEntries, files.length + dirs.length + links.length + named.length))
      return readTree(manifest, bytes.length, patches)
    })
  }

  const chunkBytes = ({ manifest }: ReadTree, index: number): Promise<Buffer> => {
    const chunk = manifest.chunks[index]
    const pack = chunk && manifest.packs[chunk.pack]
    if (!pack) throw new Error(`the manifest has no chunk ${index}`)
    return chunks.get(chunk.sha256, chunk.size, async () => {
      const packed = Buffer.allocUnsafeSlow(chunk.packedSize)
      const object = await depot.open('packs', pack.sha256)
      try {
        const got = await object.read(packed, chunk.offset)
        return openChunk(packed.subarray(0, got), chunk)
      } finally {
        await object.close()
      }
    })
  }

  return {
    tree,
    openManifest: (manifestSha256) => depot.open('manifests', manifestSha256),
    async openPack(sha256, ranges) {
      const object = await depot.open('packs', sha256)
      return {
        size: object.size,
        readable: (offset) => readableFrom(ranges, offset),
        read: (into, offset) => object.read(into, offset),
        close: () => object.close(),
      }
    },
    openPatch: (sha256) => depot.open('patches', sha256),
    async openFile(tree, file) {
      const starts = chunkStarts(tree, file)
      return {
        size: file.size,
        async read(into, offset) {
          let done = 0
          for (let ordinal = chunkAt(starts, offset); done < into.length && offset + done < file.size; ordinal++) {
            const bytes = await chunkBytes(tree, file.chunks[ordinal] ?? -1)
            done += bytes.copy(into, done, offset + done - (starts[ordinal] ?? 0))
          }
          return done
        },
        close: async () => {},
      }
    },
  }
}

function chunkStarts({ manifest }: ReadTree, file: ManifestFile): Float64Array {
  const starts = new Float64Array(file.chunks.length)
  let at = 0
  for (const [ordinal, chunk] of file.chunks.entries()) {
    starts[ordinal] = at
    at += manifest.chunks[chunk]?.size ?? 0
  }
  return starts
}

/** The last chunk that starts at or before `offset`. */
function chunkAt(starts: Float64Array, offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Keeps what was asked for last, up to a total weight. Two who ask at once share one making; a failure isn't kept. */
function keep<T extends Promise<unknown>>(
  most: number,
): {
  get(key: string, weight: number, make: () => T): T
  /** Corrects a weight that was not known before. */
  weigh(key: string, weight: number): void
} {
  const kept = new Map<string, { value: T; weight: number }>()
  let total = 0
  const makeRoom = (forKey: string): void => {
    for (const [oldest, { weight }] of kept) {
      if (total <= most || oldest === forKey) break
      kept.delete(oldest)
      total -= weight
    }
  }
  return {
    get(key, weight, make) {
      const known = kept.get(key)
      if (known) {
        kept.delete(key)
        kept.set(key, known)
        return known.value
      }
      const made = { value: make(), weight }
      kept.set(key, made)
      total += weight
      made.value.catch(() => {
        if (kept.get(key) === made) {
          kept.delete(key)
          total -= made.weight
        }
      })
      makeRoom(key)
      return made.value
    },
    weigh(key, weight) {
      const known = kept.get(key)
      if (!known) return
      total += weight - known.weight
      known.weight = weight
      makeRoom(key)
    },
  }
}
