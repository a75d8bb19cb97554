import { once } from 'node:events'
import { noise, readTree, type Tree } from '@kettle/depot/testing'
import fc from 'fast-check'
import { Client, type ClientChannel } from 'ssh2'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { startTestNode, type TestNode } from './testing/sftp-node.ts'

const tree: Tree = { 'a.bin': noise(300_000), 'ё/b.txt': 'b', link: { link: 'a.bin' } }
let node: TestNode
let manifestSha256: string
let outside: Record<string, string>
beforeAll(async () => {
  node = await startTestNode()
  ;({ manifestSha256 } = await node.build('game', tree))
  outside = await readTree(node.dir, ['uploads'])
})
afterAll(() => node.remove())

/** A session with the packets in our own hands. */
interface Wire {
  channel: ClientChannel
  send(packet: Buffer): void
  /** The answer with this id, or null when the session ends without one. */
  answer(id: number): Promise<Buffer | null>
  end(): void
}

async function openWire(credential: { username: string; password: string }): Promise<Wire> {
  const client = new Client()
  client.on('error', () => {})
  client.connect({ host: '127.0.0.1', port: node.port, ...credential })
  await once(client, 'ready')
  const channel = await new Promise<ClientChannel>((resolve, reject) =>
    client.subsys('sftp', (error, opened) => (error ? reject(error) : resolve(opened))),
  )
  channel.on('error', () => {})
  const waiting = new Map<number, (packet: Buffer | null) => void>()
  let got = Buffer.alloc(0)
  let isOver = false
  channel.on('data', (data: Buffer) => {
    got = Buffer.concat([got, data])
    while (got.length >= 4 && got.length >= 4 + got.readUInt32BE()) {
      const packet = got.subarray(4, 4 + got.readUInt32BE())
      got = got.subarray(4 + packet.length)
      if (packet.length < 5) continue
      const id = packet.readUInt32BE(1)
      waiting.get(id)?.(packet)
      waiting.delete(id)
    }
  })
  const over = (): void => {
    isOver = true
    for (const tell of waiting.values()) tell(null)
    waiting.clear()
  }
  channel.once('close', over)
  client.once('close', over)
  return {
    channel,
    send(packet) {
      if (!isOver) channel.write(packet)
    },
    answer: (id) => (isOver ? Promise.resolve(null) : new Promise((resolve) => waiting.set(id, resolve))),
    end: () => client.destroy(),
  }
}

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value >>> 0)
  return bytes
}
const text = (value: string | Uint8Array): Buffer => {
  const bytes = Buffer.from(value as string)
  return Buffer.concat([u32(bytes.length), bytes])
}
const packet = (type: number, ...fields: Buffer[]): Buffer => {
  const body = Buffer.concat([Buffer.from([type]), ...fields])
  return Buffer.concat([u32(body.length), body])
}
const INIT = packet(1, u32(3))
const TYPES = [...Array.from({ length: 18 }, (_, at) => at + 3), 200]
const LAST = 0x7fff_fff0

const path = fc.oneof(
  fc.constantFrom(
    '/',
    '',
    '.',
    '..',
    '/manifest',
    '/files',
    '/files/a.bin',
    '/files/link',
    '/packs',
    '/a',
    '/b',
    '/a/b',
  ),
  fc.constantFrom(
    '//',
    '/../../etc/passwd',
    '../../../etc',
    '/files/\0',
    '/\0',
    '\\..\\x',
    '/con',
    `/${'x'.repeat(5000)}`,
  ),
  fc.string({ maxLength: 20 }),
  fc.uint8Array({ maxLength: 20 }),
)
const handle = fc.oneof(
  fc.integer({ min: 0, max: 5 }).map((at) => u32(at)),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
)
const number = fc.oneof(
  fc.constantFrom(0, 1, 2, 0x1a, 0x3f, 0xff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff),
  fc.integer({ min: 0, max: 2 ** 31 }),
)
const field = fc.oneof(
  path.map(text),
  handle.map((bytes) => text(bytes)),
  number.map(u32),
  fc.tuple(number, number).map(([high, low]) => Buffer.concat([u32(high), u32(low)])),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
  // A string that says it is longer than its packet.
  number.map((length) => Buffer.concat([u32(length), Buffer.from('short')])),
)
const request = fc
  .tuple(fc.constantFrom(...TYPES), fc.integer({ min: 0, max: 1000 }), fc.array(field, { maxLength: 6 }))
  .map(([type, id, fields]) => packet(type, u32(id), ...fields))
const wellFormed = fc.oneof(
  fc
    .tuple(fc.constantFrom(3, 13, 14, 16, 17, 7, 19, 15, 11), path, number)
    .map(([type, name, flags]) => packet(type, u32(5), text(name), u32(flags & 0x3f), u32(0))),
  fc.tuple(path, path, fc.constantFrom(18, 20)).map(([from, to, type]) => packet(type, u32(6), text(from), text(to))),
  fc
    .tuple(handle, number, number, fc.constantFrom(5, 6))
    .map(([of, at, length, type]) =>
      packet(type, u32(7), text(of), u32(0), u32(at), type === 5 ? u32(length) : text('written')),
    ),
  fc
    .tuple(handle, fc.constantFrom(4, 8, 12, 10))
    .map(([of, type]) => packet(type, u32(8), text(of), u32(4), u32(0o777))),
)
const raw = fc.oneof(
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
  number.map((length) => Buffer.concat([u32(length), Buffer.from([3])])),
  fc.constant(INIT),
)
const script = fc.record({
  init: fc.boolean(),
  packets: fc.array(
    fc.oneof({ weight: 4, arbitrary: wellFormed }, { weight: 4, arbitrary: request }, { weight: 1, arbitrary: raw }),
    {
      maxLength: 40,
    },
  ),
})

/** Whether the node still serves, whole and right, and has complained of nothing but the protocol. */
async function isWell(): Promise<void> {
  const client = await node.connect(await node.reading(manifestSha256))
  expect(((await client.get('/files/a.bin')) as Buffer).equals(noise(300_000))).toBe(true)
  await client.end()
  expect(node.warnings).toEqual([])
}

it.each(['read', 'write'] as const)('bears any packets in any order from one who may %s', async (mode) => {
  let round = 0
  await fc.assert(
    fc.asyncProperty(script, async ({ init, packets }) => {
      const upload = `fuzz-${mode}-${round++}`
      const wire = await openWire(mode === 'read' ? await node.reading(manifestSha256) : await node.writing(upload))
      if (init) wire.send(INIT)
      for (const one of packets) wire.send(one)
      // Answered in the end, or hung up on: never left waiting.
      const last = wire.answer(LAST)
      wire.send(packet(16, u32(LAST), text('/')))
      wire.channel.end()
      await last
      wire.end()
    }),
    { numRuns: inject('atLength') ? 60 : 20 },
  )
  await isWell()
  expect(await readTree(node.dir, ['uploads'])).toEqual(outside)
  await expect.poll(() => node.connections()).toBe(0)
})

it('answers each request on a handle that is of another kind, closed, or never was', async () => {
  const wire = await openWire(await node.reading(manifestSha256))
  wire.send(INIT)
  let id = 10
  const ask = async (type: number, ...fields: Buffer[]): Promise<Buffer | null> => {
    id++
    const answer = wire.answer(id)
    wire.send(packet(type, u32(id), ...fields))
    return answer
  }
  const handleOf = (answer: Buffer | null): Buffer => answer?.subarray(9) ?? Buffer.alloc(0)
  const status = (answer: Buffer | null): number | undefined =>
    answer?.[0] === 101 ? answer.readUInt32BE(5) : undefined
  const file = handleOf(await ask(3, text('/files/a.bin'), u32(1), u32(0)))
  const folder = handleOf(await ask(11, text('/files')))
  expect([file.length, folder.length]).toEqual([4, 4])
  const read = (of: Buffer): Promise<Buffer | null> => ask(5, text(of), u32(0), u32(0), u32(10))
  expect((await read(file))?.[0]).toBe(103)
  expect(status(await read(folder))).toBe(4)
  expect(status(await ask(12, text(file)))).toBe(4)
  expect(status(await ask(4, text(file)))).toBe(0)
  for (const gone of [file, Buffer.from('never'), Buffer.alloc(0), Buffer.alloc(256)]) {
    expect(status(await read(gone))).toBe(4)
    expect(status(await ask(4, text(gone)))).toBe(4)
    expect(status(await ask(8, text(gone)))).toBe(4)
    expect(status(await ask(12, text(gone)))).toBe(4)
  }
  // Reads at and beyond the end, and of nothing.
  const again = handleOf(await ask(3, text('/files/a.bin'), u32(1), u32(0)))
  expect(status(await ask(5, text(again), u32(0xffff_ffff), u32(0xffff_ffff), u32(1)))).toBe(1)
  expect(status(await ask(5, text(again), u32(0), u32(300_000), u32(1)))).toBe(1)
  expect((await ask(5, text(again), u32(0), u32(299_999), u32(0xffff_ffff)))?.length).toBe(1 + 4 + 4 + 1)
  wire.end()
  await isWell()
})
