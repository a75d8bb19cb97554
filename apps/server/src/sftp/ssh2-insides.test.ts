import type { Socket } from 'node:net'
import { noise } from '@kettle/depot/testing'
import type { SFTPWrapper } from 'ssh2'
import { expect, it } from 'vitest'
import { DATA_HEADER_BYTES, sendData } from './send-data.ts'
import { startTestNode } from './testing/sftp-node.ts'

it('answers READs of 254 KiB in one, because the node calls itself OpenSSH', async () => {
  const node = await startTestNode()
  const { manifestSha256 } = await node.build('game', { 'a.bin': noise(600_000) })
  const client = await node.connect(await node.reading(manifestSha256))
  const { sftp } = client as unknown as { sftp: SFTPWrapper & { _maxReadLen: number } }
  expect(sftp._maxReadLen).toBe(254 << 10)
  const handle = await new Promise<Buffer>((resolve) =>
    sftp.open('/files/a.bin', 'r', (_error, opened) => resolve(opened)),
  )
  const into = Buffer.alloc(254 << 10)
  const got = await new Promise<number>((resolve) =>
    sftp.read(handle, into, 0, into.length, 1000, (_error, bytes) => resolve(bytes)),
  )
  expect(got).toBe(254 << 10)
  expect(into.equals(noise(600_000).subarray(1000, 1000 + got))).toBe(true)
  await node.remove()
})

it("sends an answer past ssh2's own copies while the window is open, and leaves it to ssh2 when it isn't", () => {
  const packets: string[] = []
  const plain: string[] = []
  const socket = { cork: () => packets.push('cork'), uncork: () => packets.push('uncork') } as unknown as Socket
  const outgoing = { id: 7, window: 50, packetSize: 10, state: 'open' }
  const sftp = {
    outgoing,
    _protocol: {
      channelData: (channel: number, bytes: Buffer) => packets.push(`${channel} ${bytes.toString('latin1')}`),
    },
    data: (id: number, bytes: Buffer) => plain.push(`${id} ${bytes}`),
  } as unknown as SFTPWrapper
  const buffer = Buffer.concat([Buffer.alloc(DATA_HEADER_BYTES), Buffer.from('hello world')])
  sendData(sftp, socket, 1, buffer, 11)
  expect(packets).toEqual(['cork', '7 \0\0\0\x14g\0\0\0\x01\0', '7 \0\0\x0bhello w', '7 orld', 'uncork'])
  expect(outgoing.window).toBe(50 - 24)
  sendData(sftp, socket, 2, buffer, 11)
  sendData(sftp, socket, 3, buffer, 11)
  expect(plain).toEqual(['3 hello world'])
})
