import type { SFTPWrapper } from 'ssh2'

const DATA = 103
/** Length, type, request id, length of the bytes. */
const HEADER_BYTES = 13

/** What ssh2's SFTP class is made of inside. Pinned by a test; without it nothing changes. */
interface Insides {
  push(data: Buffer | null): void
  _requests: Record<
    number,
    { buffer?: Buffer; cb: (error: undefined, buffer: Buffer, bytes: number) => void } | undefined
  >
  /** 0 between two packets. */
  _pktLenBytes: number
}

/**
 * Lets the answers of reads go straight into the reader's buffer. ssh2 gathers each in a buffer of its own first and
 * copies it then: half a gigabyte of garbage for half a gigabyte of game. Answers whether it could.
 */
export function readStraight(sftp: SFTPWrapper): boolean {
  const insides = sftp as unknown as Insides
  if (typeof insides.push !== 'function' || typeof insides._requests !== 'object' || insides._pktLenBytes !== 0)
    return false
  const push = insides.push.bind(sftp)
  let reading: { id: number; buffer: Buffer; length: number; done: number } | null = null

  insides.push = (data) => {
    if (data === null) return push(null)
    for (let at = 0; at < data.length; ) {
      reading ??= beginning(insides, data, at)
      if (!reading) return push(at === 0 ? data : data.subarray(at))
      if (reading.done === 0) at += HEADER_BYTES
      const { id, buffer, length, done } = reading
      const got = data.copy(buffer, done, at, Math.min(data.length, at + length - done))
      at += got
      reading.done += got
      if (reading.done < length) continue
      reading = null
      const request = insides._requests[id]
      delete insides._requests[id]
      request?.cb(undefined, buffer, length)
    }
  }
  return true
}

/** The read whose answer begins here, if it is one and its header is whole. */
function beginning(
  { _requests, _pktLenBytes }: Insides,
  data: Buffer,
  at: number,
): { id: number; buffer: Buffer; length: number; done: number } | null {
  if (_pktLenBytes !== 0 || data.length - at <= HEADER_BYTES || data[at + 4] !== DATA) return null
  const id = data.readUInt32BE(at + 5)
  const length = data.readUInt32BE(at + 9)
  const buffer = _requests[id]?.buffer
  if (!buffer || length === 0 || length > buffer.length || data.readUInt32BE(at) !== length + HEADER_BYTES - 4)
    return null
  return { id, buffer, length, done: 0 }
}
