import type { Socket } from 'node:net'
import type { SFTPWrapper } from 'ssh2'

/** Room that a READ's answer needs before its bytes: length, type, request id, length of the bytes. */
export const DATA_HEADER_BYTES = 13

const DATA = 103

/** What ssh2's SFTP class is made of inside. Pinned by a test; without it the slower way is taken. */
interface Insides {
  outgoing?: { id: number; window: number; packetSize: number; state: string }
  _protocol?: { channelData(channel: number, bytes: Buffer): void }
}

/**
 * Answers a READ with the bytes that lie in `buffer` after the header's room. ssh2's own `data()` copies them into a
 * buffer of its own first, and gives the socket each packet by itself: at full speed a third of the node's time.
 */
export function sendData(sftp: SFTPWrapper, socket: Socket, id: number, buffer: Buffer, length: number): void {
  const { outgoing, _protocol: protocol } = sftp as unknown as Insides
  const end = DATA_HEADER_BYTES + length
  if (!protocol || outgoing?.state !== 'open' || outgoing.window <= end) {
    sftp.data(id, buffer.subarray(DATA_HEADER_BYTES, end))
    return
  }
  buffer.writeUInt32BE(end - 4, 0)
  buffer[4] = DATA
  buffer.writeUInt32BE(id, 5)
  buffer.writeUInt32BE(length, 9)
  outgoing.window -= end
  socket.cork()
  for (let at = 0; at < end; at += outgoing.packetSize) {
    protocol.channelData(outgoing.id, buffer.subarray(at, Math.min(end, at + outgoing.packetSize)))
  }
  socket.uncork()
}
