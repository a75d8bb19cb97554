import { promisify } from 'node:util'
import { constants, zstdCompressSync, zstdDecompress, zstdDecompressSync } from 'node:zlib'
import { z } from 'zod'
import { sha256Hex } from './chunk.ts'
import { DepotError } from './errors.ts'
import { launchEntry } from './launch.ts'
import { checkTree, type TreeEntry } from './paths.ts'

/** The largest chunk the format allows, in bytes. It bounds what a reader must hold. */
export const MAX_CHUNK_BYTES = 1 << 20
/** The largest pack the format allows, in bytes. */
export const MAX_PACK_BYTES = 64 << 20
/** The largest manifest as stored, and as text, in bytes: about three million chunks. */
export const MAX_MANIFEST_BYTES = 128 << 20
const MAX_MANIFEST_TEXT_BYTES = 512 << 20

const count = z.int().min(0)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const manifestSchema = z.strictObject({
  format: z.literal(1),
  files: z.array(
    z.strictObject({ path: z.string(), size: count, mode: z.literal([0o644, 0o755]), sha256, chunks: z.array(count) }),
  ),
  /** Folders that hold nothing: the others follow from the paths. */
  dirs: z.array(z.string()),
  links: z.array(z.strictObject({ path: z.string(), target: z.string() })),
  launch: z.array(launchEntry),
  chunks: z.array(
    z.strictObject({
      sha256,
      size: z.int().min(1).max(MAX_CHUNK_BYTES),
      pack: count,
      offset: count,
      packedSize: z.int().min(1).max(MAX_CHUNK_BYTES),
      encoding: z.enum(['raw', 'zstd']),
    }),
  ),
  packs: z.array(z.strictObject({ sha256, size: z.int().min(1).max(MAX_PACK_BYTES) })),
})

/**
 * A build, whole: what it consists of and where its bytes lie. A file's `chunks` are indexes into `chunks`,
 * a chunk's `pack` is an index into `packs`, `offset` and `packedSize` are its byte range there. Sizes are in bytes.
 */
export type Manifest = z.infer<typeof manifestSchema>
export type ManifestFile = Manifest['files'][number]
export type ManifestChunk = Manifest['chunks'][number]

/**
 * A manifest's bytes and its name, the SHA-256 of them. The same manifest always gives the same bytes, as long as the
 * zstd inside Node stays the same; what compares builds across versions is `contentSha256`.
 */
export function encodeManifest(manifest: Manifest): { bytes: Buffer; sha256: string } {
  // Parsing also puts the keys in the schema's order, so that the text is canonical.
  const text = JSON.stringify(checkManifest(manifest))
  const bytes = zstdCompressSync(text, { params: { [constants.ZSTD_c_compressionLevel]: 6 } })
  return { bytes, sha256: sha256Hex(bytes) }
}

/**
 * Reads and checks a manifest that came from outside. With `expectedSha256` its bytes must have that name.
 * @throws DepotError MANIFEST_INVALID or PATH_INVALID.
 */
export function decodeManifest(bytes: Uint8Array, expectedSha256?: string): Manifest {
  if (bytes.byteLength > MAX_MANIFEST_BYTES)
    throw invalid(`it has ${bytes.byteLength} bytes, more than ${MAX_MANIFEST_BYTES}`)
  if (expectedSha256 !== undefined && sha256Hex(bytes) !== expectedSha256)
    throw invalid(`its bytes do not match its name ${expectedSha256}`)
  let value: unknown
  try {
    value = JSON.parse(zstdDecompressSync(bytes, { maxOutputLength: MAX_MANIFEST_TEXT_BYTES }).toString('utf8'))
  } catch (cause) {
    throw invalid('it is not JSON compressed by zstd', cause)
  }
  return checkManifest(value)
}

const decompress = promisify(zstdDecompress)

/**
 * Reads a manifest of a depot of our own by its name. It was checked when it was made, and its name says that it is the same:
 * checking it again would hold up whoever waits behind it, for seconds where a build has hundreds of thousands of files.
 * @throws DepotError MANIFEST_INVALID
 */
export async function parseManifest(bytes: Uint8Array, sha256: string): Promise<Manifest> {
  if (bytes.byteLength > MAX_MANIFEST_BYTES || sha256Hex(bytes) !== sha256)
    throw invalid(`its bytes do not match its name ${sha256}`)
  const text = await decompress(bytes, { maxOutputLength: MAX_MANIFEST_TEXT_BYTES }).catch((cause: unknown) => {
    throw invalid('it is not compressed by zstd', cause)
  })
  return JSON.parse(text.toString('utf8')) as Manifest
}

/** The identity of a build's content: files, modes, links and launch entries, but not how it is chunked or where it is stored. */
export function contentSha256({ files, dirs, links, launch }: Manifest): string {
  const content = {
    files: files.map(({ path, size, mode, sha256 }) => [path, size, mode, sha256]),
    dirs,
    links,
    launch,
  }
  return sha256Hex(Buffer.from(JSON.stringify(content)))
}

/** Everything in the tree that a manifest lists. */
export function treeOf({ files, dirs, links }: Pick<Manifest, 'files' | 'dirs' | 'links'>): TreeEntry[] {
  return [
    ...files.map(({ path }): TreeEntry => ({ kind: 'file', path })),
    ...dirs.map((path): TreeEntry => ({ kind: 'dir', path })),
    ...links.map(({ path, target }): TreeEntry => ({ kind: 'link', path, target })),
  ]
}

function checkManifest(value: unknown): Manifest {
  const parsed = manifestSchema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw invalid(`${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'unreadable'}`)
  }
  const manifest = parsed.data
  checkTree(treeOf(manifest))
  for (const [index, chunk] of manifest.chunks.entries()) {
    const pack = manifest.packs[chunk.pack]
    if (!pack || chunk.offset + chunk.packedSize > pack.size) throw invalid(`chunk ${index} lies outside its pack`)
    if (chunk.encoding === 'raw' && chunk.packedSize !== chunk.size)
      throw invalid(`chunk ${index} is raw, but its sizes differ`)
  }
  for (const file of manifest.files) {
    let size = 0
    for (const index of file.chunks) size += manifest.chunks[index]?.size ?? Number.NaN
    if (size !== file.size) throw invalid(`the chunks of "${file.path}" do not add up to its ${file.size} bytes`)
  }
  const paths = new Set(manifest.files.map((file) => file.path))
  for (const entry of manifest.launch)
    if (!paths.has(entry.path))
      throw invalid(`its launch entry "${entry.name}" names "${entry.path}", which is not one of its files`)
  return manifest
}

function invalid(problem: string, cause?: unknown): DepotError {
  return new DepotError('MANIFEST_INVALID', `The manifest is refused: ${problem}`, { cause })
}
