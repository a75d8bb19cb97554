import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listTree } from './local-tree.ts'
import { findWarnings } from './warnings.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kettle-warn-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

async function warned(files: Record<string, string | Buffer>, programs: string[] = [], runs: string[] = []) {
  for (const [path, content] of Object.entries({ 'game.pak': 'game', ...files })) {
    await mkdir(dirname(join(dir, path)), { recursive: true })
    await writeFile(join(dir, path), content)
  }
  for (const path of runs) await chmod(join(dir, path), 0o755)
  return (await findWarnings(await listTree(dir), programs)).map(({ kind, path }) => `${kind} ${path}`).toSorted()
}
const key = (kind: string) => `-----BEGIN ${kind}PRIVATE KEY-----\nMIIB\n-----END ${kind}PRIVATE KEY-----\n`

it('finds what gives a publisher away', async () => {
  expect(
    await warned({
      '.env': 'DB=1',
      'config/.env.production': 'DB=1',
      'deploy/id_ed25519': 'x',
      'cert/server.pem': key('RSA '),
      'cert/android.keystore': 'x',
      '.npmrc': '//registry:_authToken=x',
      'data/settings.json': `{"key":"AKIA${'A1'.repeat(8)}"}`,
      'notes.txt': key('OPENSSH '),
    }),
  ).toEqual(
    [
      ...['.env', '.npmrc', 'cert/android.keystore', 'cert/server.pem', 'config/.env.production', 'data/settings.json'],
      ...['deploy/id_ed25519', 'notes.txt'],
    ].map((path) => `secret ${path}`),
  )
})

it('leaves alone what only looks so', async () => {
  const certificate = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'
  const harmless = {
    '.env.example': 'DB=',
    'ca.pem': certificate,
    'monkey.png': 'x',
    'the-key.ogg': 'x',
    'envy.txt': 'x',
  }
  expect(await warned(harmless)).toEqual([])
})

it('finds programs that may not run, archives that update badly, and what tools left', async () => {
  const elf = (type: number) =>
    Buffer.concat([Buffer.from('7f454c46020101000000000000000000', 'hex'), Buffer.from([type, 0])])
  expect(
    await warned(
      {
        ...{
          game: elf(2),
          'run.sh': '#!/bin/sh\n',
          'fine.sh': '#!/bin/sh\n',
          'obj/part': elf(1),
          'bin/start': 'binary',
        },
        ...{ 'levels.zip': Buffer.alloc(17 << 20), 'small.zip': 'x' },
        ...{ '.git/HEAD': 'x', '.git/objects/a': 'x', 'art/Thumbs.db': 'x', 'art/.DS_Store': 'x' },
      },
      ['bin/start.x86'],
      ['fine.sh'],
    ),
  ).toEqual([
    'archive levels.zip',
    'clutter .git/HEAD',
    'clutter art/.DS_Store',
    'clutter art/Thumbs.db',
    'program game',
    'program run.sh',
  ])
})
