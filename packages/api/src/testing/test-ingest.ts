import { createHash } from 'node:crypto'
import { DomainError } from '../errors.ts'
import type { BuildIngest, IngestedBuild, IngestRequest } from '../ports/build-ingest.ts'

/** Builds whose content is told by the test: `contents` maps an upload to a text, `'broken'` to one that is no build. */
export class TestIngest implements BuildIngest {
  readonly contents = new Map<string, string>()
  readonly sealed: string[] = []
  readonly discarded: string[] = []
  /** Whose chunks each upload was to be made of. */
  readonly owners = new Map<string, string>()
  /** What an ingest does before it is done, when a test holds it up. */
  wait: ((uploadId: string, signal?: AbortSignal, onProgress?: IngestRequest['onProgress']) => Promise<void>) | null =
    null

  async seal(uploadId: string): Promise<void> {
    this.sealed.push(uploadId)
  }

  async ingest(uploadId: string, { owner, from, onProgress, signal }: IngestRequest): Promise<IngestedBuild> {
    this.owners.set(uploadId, owner)
    await this.wait?.(uploadId, signal, onProgress)
    signal?.throwIfAborted()
    const content = this.contents.get(uploadId) ?? 'a game'
    if (content === 'broken')
      throw new DomainError('INVALID_BUILD', { message: 'saves/CON.txt: not a name on Windows' })
    const size = Buffer.byteLength(content)
    const manifestSha256 = createHash('sha256').update(content).digest('hex')
    const patches = from.map((fromManifestSha256) => ({
      fromManifestSha256,
      sha256: createHash('sha256').update(`${fromManifestSha256} ${manifestSha256}`).digest('hex'),
      ...{ size: 7, updateBytes: 9 },
    }))
    return {
      manifestSha256,
      installBytes: size,
      downloadBytes: size,
      newBytes: size,
      fileCount: 1,
      // A build of this content has nothing to start.
      launch:
        content === 'no start' ? [] : [{ platform: 'any', name: 'Play', kind: 'html', path: 'index.html', args: [] }],
      patches,
    }
  }

  async discard(uploadId: string): Promise<void> {
    this.discarded.push(uploadId)
  }
}
