import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

/**
 * The part of S3 that the depot uses, in memory, with Amazon's rules for signatures
 * (docs.aws.amazon.com, "Create a signed AWS API request"): who signs wrongly is refused, and so is a body that does not
 * have the hash that was signed or sent along.
 */
export interface S3StandIn {
  url: string
  objects: Map<string, Buffer>
  /** Requests so far. */
  requests(): number
  /** Answers so many requests with 503, as a bucket does that is asked too much. */
  beBusy(times: number): void
  /** Sends the next bodies with a flipped bit, cut off, or broken off in the middle. */
  spoil(how: 'flip' | 'cut' | null): void
  close(): Promise<void>
}

const LISTED_AT_ONCE = 3

export async function startS3(
  bucket: string,
  keys: { accessKeyId: string; secretAccessKey: string },
): Promise<S3StandIn> {
  const objects = new Map<string, Buffer>()
  let requests = 0
  let busy = 0
  let spoiled: 'flip' | 'cut' | null = null

  const server = createServer(async (request, response) => {
    requests++
    const body = await buffer(request)
    const url = new URL(request.url ?? '/', 'http://stand-in')
    if (busy > 0) {
      busy--
      return fail(response, 503, 'SlowDown')
    }
    if (!isSigned(request, url, body, keys)) return fail(response, 403, 'SignatureDoesNotMatch')
    if (!url.pathname.startsWith(`/${bucket}`)) return fail(response, 404, 'NoSuchBucket')
    const key = decodeURIComponent(url.pathname.slice(bucket.length + 2))
    if (key === '') return list(response, url, objects)
    if (request.method === 'PUT') {
      const sent = request.headers['x-amz-checksum-sha256']
      if (sent && sent !== createHash('sha256').update(body).digest('base64')) return fail(response, 400, 'BadDigest')
      objects.set(key, body)
      return response.end()
    }
    if (request.method === 'DELETE') {
      objects.delete(key)
      return response.writeHead(204).end()
    }
    const object = objects.get(key)
    if (!object) return fail(response, 404, 'NoSuchKey', request.method === 'HEAD')
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    let bytes = from === undefined ? object : object.subarray(Number(from), Number(to) + 1)
    if (request.method === 'HEAD') return response.writeHead(200, { 'content-length': object.length }).end()
    if (spoiled === 'flip') {
      bytes = Buffer.from(bytes)
      bytes.writeUInt8((bytes[0] ?? 0) ^ 1, 0)
    }
    response.writeHead(from === undefined ? 200 : 206, { 'content-length': bytes.length })
    if (spoiled !== 'cut') return response.end(bytes)
    response.write(bytes.subarray(0, bytes.length >> 1))
    response.destroy()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    objects,
    requests: () => requests,
    beBusy(times) {
      busy = times
    },
    spoil(how) {
      spoiled = how
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function list(response: ServerResponse, url: URL, objects: Map<string, Buffer>): void {
  const prefix = url.searchParams.get('prefix') ?? ''
  const after = url.searchParams.get('continuation-token') ?? ''
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).toSorted()
  const page = keys.slice(0, LISTED_AT_ONCE)
  const more = keys.length > page.length
  const contents = page.map((key) => `<Contents><Key>${key}</Key><Size>${objects.get(key)?.length}</Size></Contents>`)
  const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
  response
    .writeHead(200, { 'content-type': 'application/xml' })
    .end(
      `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
    )
}

function fail(response: ServerResponse, status: number, code: string, bodiless = false): void {
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(bodiless ? undefined : `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`)
}

const hex = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest()

function isSigned(
  { method = '', headers }: IncomingMessage,
  url: URL,
  body: Buffer,
  { accessKeyId, secretAccessKey }: { accessKeyId: string; secretAccessKey: string },
): boolean {
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/
  const [, id, day = '', region = '', signed = '', signature = ''] = form.exec(headers.authorization ?? '') ?? []
  const hash = String(headers['x-amz-content-sha256'] ?? '')
  if (id !== accessKeyId || (hash !== 'UNSIGNED-PAYLOAD' && hash !== hex(body))) return false
  if (!signed.split(';').includes('host')) return false
  const encode = (text: string): string =>
    encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&')
  const lines = signed.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`)
  const canonical = [method, url.pathname, query, lines.join(''), signed, hash].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hex(canonical)].join('\n')
  const key = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${secretAccessKey}`, day), region))
  return timingSafeEqual(Buffer.from(createHmac('sha256', key).update(toSign).digest('hex')), Buffer.from(signature))
}
