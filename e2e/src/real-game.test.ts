import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, existsSync } from 'node:fs'
import { chmod, cp, lstat, mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type DownloadTicket, install } from '../../apps/desktop/src/core/install/index.ts'
import { buildGamePage } from '../../packages/db/src/factories.ts'
import { expect, test } from './fixtures.ts'
import { kettle, publisher } from './kettle.ts'
import { buyFromWallet, fillWallet, logIn, newPerson } from './person.ts'

/** SuperTux's data as Debian ships it, kept between runs; null where there is no Debian to get it from. */
function superTux(): string | null {
  const folder = join(tmpdir(), 'kettle-real-game')
  const data = join(folder, 'usr')
  if (existsSync(join(folder, 'done'))) return data
  const script = `set -e; rm -rf "$1"; mkdir -p "$1"; cd "$1"; apt-get download -q supertux-data || { apt-get update -qq; apt-get download -q supertux-data; }; dpkg -x supertux-data*.deb .; rm -- *.deb; touch done`
  try {
    execFileSync('sh', ['-c', script, 'sh', folder], { stdio: 'ignore', timeout: 120_000 })
    return data
  } catch {
    return null
  }
}

test('a real game: pushed, bought, installed by the launcher, and fetched by plain sftp', async ({ store }) => {
  test.setTimeout(300_000)
  const game = superTux()
  // biome-ignore lint/suspicious/noSkippedTests: said aloud where Debian's packages can't be had.
  test.skip(game === null, "SuperTux's data can't be had here: it comes from Debian's package supertux-data")
  if (game === null) return
  const work = await mkdtemp(join(tmpdir(), 'kettle-real-game-test-'))
  const isWhole = process.env.KETTLE_TESTS === 'all'
  const pushed = join(work, 'pushed')
  await copyGame(game, pushed, isWhole)
  const wanted = await treeOf(pushed)
  // Debian's package has the data without the program, and a game is for sale only with a build that starts.
  const [path] = [...wanted].find(([, content]) => !content.startsWith('-> ')) ?? []
  await writeFile(join(pushed, 'kettle.json'), JSON.stringify({ launch: [{ name: 'Play', kind: 'native', path }] }))
  expect(wanted.size).toBeGreaterThan(isWhole ? 4_000 : 500)

  const seller = await logIn(store.url, publisher.email, publisher.password)
  const page = buildGamePage({ slug: 'supertux', title: { en: 'SuperTux', ru: 'SuperTux' }, basePrice: 100 })
  const { id: gameId } = await seller.call<{ id: string }>('storage.saveGame', page)
  const said = await kettle(store.url, work, [
    'push',
    pushed,
    '--game',
    'supertux',
    '--platform',
    'any',
    '--version',
    '0.6.3',
    '--channel',
    'stable',
  ])
  expect(said).toContain('0.6.3')

  const player = await newPerson(store.url)
  await fillWallet(player, 500)
  await buyFromWallet(player, gameId)
  const ticket = () => player.call<DownloadTicket>('storage.download', { gameId, platform: 'linux' })

  const installed = join(work, 'installed')
  await install({ dir: installed, ticket })
  expect(await treeOf(installed)).toEqual(wanted)

  const fetched = join(work, 'fetched')
  await openssh(await ticket(), work, fetched)
  // OpenSSH's client passes over links when it fetches a folder.
  const files = [...wanted].filter(([, content]) => !content.startsWith('-> '))
  expect(await treeOf(fetched)).toEqual(new Map(files))
  await rm(work, { recursive: true, force: true })
})

/** The whole game, or a part with its links, small files and deep folders, but without most levels, pictures and all music. */
async function copyGame(game: string, to: string, isWhole: boolean): Promise<void> {
  const left = /\/(music|sounds|speech|locale|doc|levels\/(?!world1|misc)|images\/(?!engine|objects|powerups))/u
  await cp(game, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => isWhole || !left.test(path.slice(game.length)),
  })
}

/** What stands at each path: a file's hash and whether it can be run, a link's target. The launcher's own folder doesn't count. */
async function treeOf(folder: string): Promise<Map<string, string>> {
  const tree = new Map<string, string>()
  const visit = async (path: string): Promise<void> => {
    for (const name of (await readdir(path)).sort()) {
      const at = join(path, name)
      const entry = await lstat(at)
      const key = relative(folder, at)
      if (key === '.kettle') continue
      if (entry.isDirectory()) await visit(at)
      else if (entry.isSymbolicLink()) tree.set(key, `-> ${await readlink(at)}`)
      else tree.set(key, `${await hashOf(at)}${entry.mode & 0o100 ? ' runs' : ''}`)
    }
  }
  await visit(folder)
  return tree
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Fetches /files with OpenSSH's own client. */
async function openssh(ticket: DownloadTicket, work: string, into: string): Promise<void> {
  const askpass = join(work, 'askpass')
  await writeFile(askpass, `#!/bin/sh\necho '${ticket.password}'\n`)
  await chmod(askpass, 0o700)
  const options = [
    '-o',
    'StrictHostKeyChecking=no',
    '-o',
    `UserKnownHostsFile=${join(work, 'known_hosts')}`,
    '-o',
    'LogLevel=ERROR',
  ]
  const address = `sftp://${ticket.username}@${ticket.host}:${ticket.port}/files`
  const env = { ...process.env, SSH_ASKPASS: askpass, SSH_ASKPASS_REQUIRE: 'force' }
  const child = spawn('sftp', ['-q', '-r', ...options, address, into], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => (said += chunk))
  const [code] = await once(child, 'close')
  expect(code, said).toBe(0)
}
