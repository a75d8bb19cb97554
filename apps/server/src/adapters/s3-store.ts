import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { DepotError, type DepotKind, type DepotStore, isName, sha256Hex } from '@kettle/depot'
import type { DepotConfig } from '../config.ts'

const TIMEOUT_MS = 60_000

/**
 * A depot in a bucket that speaks S3: `<prefix>packs/ab/ab12...`, the same names as on a disk. What is stored is sent with
 * its SHA-256, so that the bucket refuses bytes that changed on the way.
 */
export function s3Store(config: DepotConfig & { kind: 's3' }): DepotStore {
  const { bucket: Bucket, endpoint, region, accessKeyId, secretAccessKey, prefix } = config
  const client = new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    // Servers of one's own seldom have a host name for each bucket.
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    maxAttempts: 4,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5_000, requestTimeout: TIMEOUT_MS },
  })
  const keyOf = (kind: DepotKind, sha256: string): string => {
    if (!isName(sha256)) throw new DepotError('NOT_STORED', `"${sha256}" is not the name of anything stored`)
    return `${prefix}${kind}/${sha256.slice(0, 2)}/${sha256}`
  }
  const sizeOf = async (kind: DepotKind, sha256: string): Promise<number | null> => {
    try {
      const { ContentLength } = await client.send(new HeadObjectCommand({ Bucket, Key: keyOf(kind, sha256) }))
      return ContentLength ?? null
    } catch (error) {
      if (isMissing(error)) return null
      // An answer without a body says nothing of why.
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 403)
        throw new Error('The bucket refuses the keys: see S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY', { cause: error })
      throw error
    }
  }
  return {
    has: async (kind, sha256) => isName(sha256) && (await sizeOf(kind, sha256)) !== null,
    async put(kind, parts) {
      const sha256 = sha256Hex(...parts)
      const size = parts.reduce((sum, part) => sum + part.length, 0)
      if ((await sizeOf(kind, sha256)) === size) return sha256
      const ChecksumSHA256 = Buffer.from(sha256, 'hex').toString('base64')
      const Body = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)
      await client.send(new PutObjectCommand({ Bucket, Key: keyOf(kind, sha256), Body, ChecksumSHA256 }))
      return sha256
    },
    async open(kind, sha256) {
      const Key = keyOf(kind, sha256)
      const size = await sizeOf(kind, sha256)
      if (size === null) throw new DepotError('NOT_STORED', `${kind} ${sha256} is not in the bucket`)
      return {
        size,
        async read(into, offset) {
          const length = Math.min(into.length, size - offset)
          if (length <= 0) return 0
          const Range = `bytes=${offset}-${offset + length - 1}`
          const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, Range }))
          const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array()
          // A server that doesn't know ranges would send all of it.
          if (bytes.length > length) throw new Error(`The bucket gave ${bytes.length} bytes instead of ${length}`)
          into.set(bytes)
          return bytes.length
        },
        close: async () => {},
      }
    },
    async *list(kind) {
      let ContinuationToken: string | undefined
      do {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket, Prefix: `${prefix}${kind}/`, ContinuationToken }),
        )
        for (const { Key = '', Size = 0 } of page.Contents ?? []) {
          const sha256 = Key.slice(Key.lastIndexOf('/') + 1)
          if (isName(sha256)) yield { sha256, size: Size }
        }
        ContinuationToken = page.NextContinuationToken
      } while (ContinuationToken)
    },
    async remove(kind, sha256) {
      await client.send(new DeleteObjectCommand({ Bucket, Key: keyOf(kind, sha256) }))
    },
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404
}
