import { createHash } from 'node:crypto'
import type { Client, SFTPWrapper } from 'ssh2'
import SftpClient from 'ssh2-sftp-client'
import { InstallError } from './errors.ts'
import { readStraight } from './fast-reads.ts'
import type { DownloadTicket } from './ports.ts'

/** One connection to an SFTP node. Every call rejects with LineError once it is lost. */
export interface Line {
  /** Reads a file whole. @throws Error when it is larger than `maxBytes` */
  readWhole(path: string, maxBytes: number): Promise<Buffer>
  open(path: string): Promise<Buffer>
  /** Fills `into` from `offset` of an open file. */
  read(handle: Buffer, into: Buffer, offset: number): Promise<void>
  closeFile(handle: Buffer): void
  close(): void
}

/** Opens a line with a ticket. @throws LineError, InstallError HOST_KEY_MISMATCH */
export type Connect = (ticket: DownloadTicket) => Promise<Line>

/** The line broke, or was never there. `refused`: the server knows the ticket no more. */
export class LineError extends Error {
  readonly refused: boolean

  constructor(message: string, refused: boolean, options?: ErrorOptions) {
    super(message, options)
    this.name = 'LineError'
    this.refused = refused
  }
}

const READY_MS = 15_000
const KEEPALIVE_MS = 5_000
const KEEPALIVES_MISSED = 3
const silent = { error: () => {}, end: () => {}, close: () => {} }

export const connectSftp: Connect = async (ticket) => {
  // Its default listeners print to the console.
  const client = new (SftpClient as unknown as new (name: string, callbacks: typeof silent) => SftpClient)(
    'kettle',
    silent,
  )
  let strange = false
  let sftp: SFTPWrapper
  try {
    sftp = await client.connect({
      host: ticket.host,
      port: ticket.port,
      username: ticket.username,
      password: ticket.password,
      readyTimeout: READY_MS,
      keepaliveInterval: KEEPALIVE_MS,
      keepaliveCountMax: KEEPALIVES_MISSED,
      algorithms: {
        cipher: ['aes128-gcm@openssh.com', 'aes256-gcm@openssh.com'],
        serverHostKey: ['ssh-ed25519'],
        compress: ['none'],
      },
      hostVerifier: (key: Buffer) => {
        strange = createHash('sha256').update(key).digest('hex') !== ticket.hostKeySha256
        return !strange
      },
    })
  } catch (cause) {
    client.end().catch(() => {})
    if (strange)
      throw new InstallError('HOST_KEY_MISMATCH', `${ticket.host}:${ticket.port} has another key than the store says`, {
        cause,
      })
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new LineError(message, /authentication/i.test(message), { cause })
  }
  // ssh2 leaves Nagle's algorithm on: each request would wait for the answer to the one before.
  ;(client as unknown as { client: Client }).client.setNoDelay(true)
  readStraight(sftp)
  return sftpLine(sftp, () => void client.end().catch(() => {}))
}

function sftpLine(sftp: SFTPWrapper, end: () => void): Line {
  const lost = new Set<(error: LineError) => void>()
  let broken: LineError | null = null
  const lose = (): void => {
    broken ??= new LineError('The connection was closed', false)
    for (const reject of lost) reject(broken)
    lost.clear()
  }
  sftp.on('close', lose)
  sftp.on('end', lose)
  sftp.on('error', lose)

  const call = <T>(start: (done: (error: Error | undefined | null, value: T) => void) => void): Promise<T> =>
    new Promise((resolve, reject) => {
      if (broken) return reject(broken)
      lost.add(reject)
      start((error, value) => {
        lost.delete(reject)
        if (error) reject(new LineError(error.message, false, { cause: error }))
        else resolve(value)
      })
    })
  const open = (path: string): Promise<Buffer> => call((done) => sftp.open(path, 'r', done))
  const read = async (handle: Buffer, into: Buffer, offset: number): Promise<void> => {
    for (let done = 0; done < into.length; ) {
      const got = await call<number>((answer) =>
        sftp.read(handle, into, done, into.length - done, offset + done, answer),
      )
      if (got === 0) throw new LineError('The file on the server ends too early', false)
      done += got
    }
  }
  const closeFile = (handle: Buffer): void => {
    if (!broken) sftp.close(handle, () => {})
  }
  return {
    open,
    read,
    closeFile,
    async readWhole(path, maxBytes) {
      const handle = await open(path)
      const { size } = await call<{ size: number }>((done) => sftp.fstat(handle, done))
      if (size > maxBytes)
        throw new InstallError('MANIFEST_INVALID', `${path} has ${size} bytes, more than ${maxBytes}`)
      const bytes = Buffer.alloc(size)
      await read(handle, bytes, 0)
      closeFile(handle)
      return bytes
    },
    close() {
      lose()
      end()
    },
  }
}
