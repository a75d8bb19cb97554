import { open, stat } from 'node:fs/promises'
import type { SFTPWrapper } from 'ssh2'
import type { SentFile } from './upload-state.ts'

const PIECE_BYTES = 128 << 10
const IN_FLIGHT = 16

/**
 * Sends a file from where an earlier try left it. `sent` of the answer only ever counts bytes from the beginning that the
 * server has taken without a gap, so that what is broken off anywhere can be gone on with.
 * @throws Error when the file changes meanwhile or the line breaks; `onSent` has told how far it came.
 */
export async function sendFile(
  sftp: SFTPWrapper,
  { from, to, mode }: { from: string; to: string; mode: number },
  known: SentFile | undefined,
  onSent: (state: SentFile, bytes: number) => void,
): Promise<void> {
  const { size, mtimeMs } = await stat(from)
  const isSame = known?.size === size && known.mtimeMs === mtimeMs
  let sent = isSame ? Math.min(known.sent, await remoteSize(sftp, to)) : 0
  const file = await open(from, 'r')
  const handle = await call<Buffer>((done) => sftp.open(to, sent > 0 ? 'r+' : 'w', { mode }, done))
  try {
    onSent({ size, mtimeMs, sent }, 0)
    const taken = new Map<number, number>()
    let next = sent
    const worker = async (): Promise<void> => {
      while (next < size) {
        const offset = next
        const length = Math.min(PIECE_BYTES, size - offset)
        next += length
        const piece = Buffer.allocUnsafe(length)
        const { bytesRead } = await file.read(piece, 0, length, offset)
        if (bytesRead !== length) throw new Error(`${from} became shorter while it was sent`)
        await call<void>((done) => sftp.write(handle, piece, 0, length, offset, (error) => done(error, undefined)))
        taken.set(offset, length)
        for (let more = taken.get(sent); more !== undefined; more = taken.get(sent)) {
          taken.delete(sent)
          sent += more
        }
        onSent({ size, mtimeMs, sent }, length)
      }
    }
    await Promise.all(Array.from({ length: IN_FLIGHT }, worker))
    await call<void>((done) => sftp.fsetstat(handle, { size, mode }, (error) => done(error, undefined)))
  } finally {
    await file.close()
    await call<void>((done) => sftp.close(handle, (error) => done(error, undefined))).catch(() => {})
  }
  const after = await stat(from)
  if (after.size !== size || after.mtimeMs !== mtimeMs) throw new Error(`${from} changed while it was sent`)
}

async function remoteSize(sftp: SFTPWrapper, path: string): Promise<number> {
  try {
    return (await call<{ size: number }>((done) => sftp.lstat(path, done))).size
  } catch {
    return 0
  }
}

function call<T>(start: (done: (error: Error | null | undefined, value: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => start((error, value) => (error ? reject(error) : resolve(value))))
}
