import { createHash } from 'node:crypto'
import { openChunk } from './chunk.ts'
import { decodeManifest, MAX_MANIFEST_BYTES, MAX_PACK_BYTES, type Manifest, type ManifestChunk } from './manifest.ts'
import { DEPOT_KINDS, type DepotKind, type DepotStore, readWhole } from './store.ts'

export interface DepotProblem {
  kind: DepotKind
  sha256: string
  problem: string
  /** Files of builds that can't be had because of it, as `<manifest> <path>`; at most a few of each build. */
  files: string[]
}

export interface DepotCheck {
  objects: number
  bytes: number
  problems: DepotProblem[]
}

const FILES_NAMED = 3
const READ_BYTES = 4 << 20

/**
 * Hashes everything in a depot anew: each object against its name, and each chunk that a manifest names. Reads each object
 * once and holds one at a time. `onObject` is told the bytes of each.
 */
export async function checkDepot(
  store: DepotStore,
  { onObject, signal }: { onObject?: (bytes: number) => void; signal?: AbortSignal } = {},
): Promise<DepotCheck> {
  const check: DepotCheck = { objects: 0, bytes: 0, problems: [] }
  const wanted = new Map<string, WantedPack>()
  const seen = new Set<string>()
  // Manifests first: they say what must be in the packs.
  for (const kind of [...DEPOT_KINDS].toSorted()) {
    for await (const { sha256, size } of store.list(kind)) {
      signal?.throwIfAborted()
      check.objects++
      check.bytes += size
      seen.add(`${kind}/${sha256}`)
      const wrong = await problemOf(store, kind, sha256, size, wanted)
      if (wrong) check.problems.push({ kind, sha256, ...wrong })
      onObject?.(size)
    }
  }
  for (const [sha256, pack] of wanted)
    if (!seen.has(`packs/${sha256}`))
      check.problems.push({
        kind: 'packs',
        sha256,
        problem: 'is not there',
        files: filesWith(pack, pack.chunks.keys()),
      })
  return check
}

interface WantedPack {
  /** By offset, each once. */
  chunks: Map<string, ManifestChunk>
  manifests: { sha256: string; manifest: Manifest }[]
}

async function problemOf(
  store: DepotStore,
  kind: DepotKind,
  sha256: string,
  size: number,
  wanted: Map<string, WantedPack>,
): Promise<{ problem: string; files: string[] } | null> {
  try {
    if (kind === 'manifests') {
      if (size > MAX_MANIFEST_BYTES) return { problem: `has ${size} bytes, more than a manifest may`, files: [] }
      const manifest = decodeManifest(await readWhole(store, kind, sha256), sha256)
      note(wanted, sha256, manifest)
      return null
    }
    if (kind === 'patches') {
      return (await hashOf(store, kind, sha256)) === sha256
        ? null
        : { problem: 'its bytes do not match its name: updates go by chunks', files: [] }
    }
    const pack = wanted.get(sha256)
    if (size > MAX_PACK_BYTES)
      return {
        problem: `has ${size} bytes, more than a pack may`,
        files: pack ? filesWith(pack, pack.chunks.keys()) : [],
      }
    const bytes = await readWhole(store, kind, sha256)
    const isRight = createHash('sha256').update(bytes).digest('hex') === sha256
    const bad = pack ? badChunks(bytes, pack) : []
    if (isRight && bad.length === 0) return null
    const said = isRight ? 'has chunks that a manifest names otherwise' : 'its bytes do not match its name'
    return {
      problem: pack
        ? `${said}: ${bad.length} of ${pack.chunks.size} chunks in use are wrong`
        : `${said}: no build uses it`,
      files: pack ? filesWith(pack, bad) : [],
    }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error), files: [] }
  }
}

function note(wanted: Map<string, WantedPack>, sha256: string, manifest: Manifest): void {
  const packs = manifest.packs.map((pack) => {
    const known: WantedPack = wanted.get(pack.sha256) ?? { chunks: new Map(), manifests: [] }
    known.manifests.push({ sha256, manifest })
    wanted.set(pack.sha256, known)
    return known
  })
  for (const chunk of manifest.chunks) packs[chunk.pack]?.chunks.set(keyOf(chunk), chunk)
}

const keyOf = ({ offset, packedSize, sha256 }: ManifestChunk): string => `${offset} ${packedSize} ${sha256}`

function badChunks(bytes: Buffer, { chunks }: WantedPack): string[] {
  const bad: string[] = []
  for (const [key, chunk] of chunks) {
    try {
      openChunk(bytes.subarray(chunk.offset, chunk.offset + chunk.packedSize), chunk)
    } catch {
      bad.push(key)
    }
  }
  return bad
}

function filesWith({ manifests }: WantedPack, keys: Iterable<string>): string[] {
  const bad = new Set(keys)
  return manifests.flatMap(({ sha256, manifest }) => {
    const chunks = new Set(
      [...manifest.chunks.keys()].filter((index) => bad.has(keyOf(manifest.chunks[index] as ManifestChunk))),
    )
    const files = manifest.files.filter((file) => file.chunks.some((chunk) => chunks.has(chunk)))
    const named = files.slice(0, FILES_NAMED).map(({ path }) => `${sha256} ${path}`)
    return files.length > FILES_NAMED ? [...named, `${sha256} and ${files.length - FILES_NAMED} more`] : named
  })
}

async function hashOf(store: DepotStore, kind: DepotKind, sha256: string): Promise<string> {
  const object = await store.open(kind, sha256)
  try {
    const hash = createHash('sha256')
    const window = Buffer.allocUnsafeSlow(READ_BYTES)
    for (let offset = 0; ; ) {
      const got = await object.read(window, offset)
      if (got === 0) return hash.digest('hex')
      hash.update(window.subarray(0, got))
      offset += got
    }
  } finally {
    await object.close()
  }
}
