import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { noise, readTree } from '@kettle/depot/testing'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { startTestNode, type TestNode } from './testing/sftp-node.ts'

const run = promisify(execFile)
const PEOPLE = inject('atLength') ? 200 : 40
/** Linux has all of 127.0.0.0/8 for its own, other systems one address. */
const manyHomes = process.platform === 'linux'
const big = noise(1_000_000, 3)
let node: TestNode
let manifestSha256: string
beforeAll(async () => {
  // The last of so many waits for all others' log-ins.
  const loginMs = 120_000
  node = await startTestNode(
    manyHomes ? { loginMs } : { loginMs, connectionsPerAddress: PEOPLE, loginsPerAddress: PEOPLE },
  )
  ;({ manifestSha256 } = await node.build('game', {
    'big.bin': big,
    'лес/ё 1.txt': 'ё',
    'run.sh': { program: 'x' },
    empty: '',
  }))
})
afterAll(() => node.remove())

it(`serves ${PEOPLE} people at once, each the right bytes`, async () => {
  const credentials = await Promise.all(Array.from({ length: PEOPLE / 8 }, () => node.reading(manifestSha256)))
  const clients = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, at) => {
      const { username, password } = credentials[at >> 3] ?? { username: '', password: '' }
      // As if from many homes: the node lets only so many log in from one at the same time.
      return node.connect({ username, password, ...(manyHomes ? { localAddress: `127.0.1.${1 + (at % 20)}` } : {}) })
    }),
  )
  expect(node.connections()).toBe(PEOPLE)
  const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
  const got = await Promise.all(clients.map(async (client) => hash((await client.get('/files/big.bin')) as Buffer)))
  expect(new Set(got)).toEqual(new Set([hash(big)]))
  await Promise.all(clients.map((client) => client.end()))
  await expect.poll(() => node.connections()).toBe(0)
  expect(node.warnings).toEqual([])
})

const rclone = await run('rclone', ['version']).then(
  ({ stdout }) => stdout.split('\n', 1)[0],
  () => null,
)

it(`comes whole by rclone, and is found unchanged by its check${rclone ? '' : ' (skipped: rclone is not installed)'}`, {
  skip: rclone === null,
}, async () => {
  const into = join(node.dir, 'rclone')
  await mkdir(into)
  const remote = async (): Promise<[string, string[]]> => {
    const { username, password } = await node.reading(manifestSha256)
    const { stdout } = await run('rclone', ['obscure', password])
    const options = ['--sftp-host=127.0.0.1', `--sftp-port=${node.port}`, `--sftp-user=${username}`]
    return [':sftp:/files', [...options, `--sftp-pass=${stdout.trim()}`, '--config=/dev/null']]
  }
  const [from, options] = await remote()
  await run('rclone', ['copy', ...options, from, into])
  const files = await readTree(join(node.dir, 'game'))
  // rclone brings no modes.
  const plain = Object.fromEntries(Object.entries(files).map(([path, what]) => [path, what.replace('runs', 'plain')]))
  expect(await readTree(into)).toEqual(plain)
  const [again, more] = await remote()
  const { stderr } = await run('rclone', ['check', '--download', ...more, again, into])
  expect(stderr).toContain('0 differences found')
})
