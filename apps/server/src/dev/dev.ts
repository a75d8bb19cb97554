// `npm run dev`: the store with private services that stay up, a server that is started anew after each change, and Vite
// with hot reload for the screens of web and launcher.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureDatabase } from '@kettle/db'
import { watch } from 'chokidar'
import { bringsServices, ConfigError, devPortsOf, readConfig } from '../config.ts'
import { warnOfUnknownSettings } from '../config-warnings.ts'
import { loopbackOrigins } from '../http/loopback-origins.ts'
import { stopOnSignal } from '../signals.ts'
import type { DevServerReady, DevServerStart } from './dev-server.ts'
import { type Guard, startGuard } from './guarding.ts'
import { box, demoLines, keptSecret, mustBeFree, say, sentence, step, takeFolder } from './private-store.ts'
import { startServices } from './services.ts'
import { type Supervisor, superviseProgram } from './supervise-program.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
/** Editors write a file in several steps, and a change of branch writes many. */
const SETTLE_MS = 60

const serverSources = ['packages/api/src', 'packages/db', 'packages/depot/src', 'apps/server/src']
const launcherSources = [
  'apps/desktop/src/core',
  'apps/desktop/src/host',
  'apps/desktop/src/shared',
  'packages/api/src',
  'packages/depot/src',
  'packages/socials/src/live',
]

const stops: (() => Promise<void> | void)[] = []
let isStopping = false
const stop = async () => {
  for (const end of stops.splice(0).reverse()) await end()
}

try {
  warnOfUnknownSettings()
  if (bringsServices())
    throw new ConfigError('npm run dev works on a store of its own: unset DATABASE_URL and REDIS_URL.')
  stopOnSignal(async () => {
    isStopping = true
    say('\nStopping …')
    await stop()
    say('Stopped.')
  })
  await develop()
} catch (error) {
  if (!isStopping) {
    await stop()
    process.stderr.write(`\nKettle can't start: ${error instanceof Error ? sentence(error) : String(error)}\n`)
    process.exit(1)
  }
}

async function develop(): Promise<void> {
  const began = performance.now()
  const ports = devPortsOf()
  const webUrl = `http://localhost:${ports.web}`
  // Links in mails and the way back from a payment lead to where the screens are.
  const publicUrl = process.env.KETTLE_PUBLIC_URL || webUrl
  const env = { ...process.env, KETTLE_PUBLIC_URL: publicUrl }
  const config = readConfig({ databaseUrl: 'later', redisUrl: 'later', secret: 'x'.repeat(32) }, env)
  const { dataDir, http, sftp } = config
  stops.push(takeFolder(dataDir))
  await mustAllBeFree([
    { setting: 'KETTLE_HTTP_PORT', host: http.host, port: http.port },
    { setting: 'KETTLE_SFTP_PORT', host: sftp.bind, port: sftp.port },
    { setting: 'KETTLE_WEB_PORT', host: '127.0.0.1', port: ports.web },
    { setting: 'KETTLE_LAUNCHER_PORT', host: '127.0.0.1', port: ports.launcher },
  ])

  step('Starting Postgres, Redis, the server and Vite')
  const guard = startGuard()
  stops.push(guard.end)
  const secret = keptSecret(dataDir)
  const own = await startServices(dataDir, { durable: true, guard, onTrouble: say })
  const databaseUrl = await ensureDatabase(own.adminUrl, 'kettle')
  if (isStopping) return

  const ready = Promise.withResolvers<DevServerReady>()
  const message: DevServerStart = {
    services: { databaseUrl, redisUrl: own.redisUrl, secret },
    devOrigins: loopbackOrigins(ports.web),
  }
  const server = superviseProgram(
    {
      name: 'The server',
      file: join(root, 'apps/server/src/dev/dev-server.ts'),
      env,
      message: { ...message },
      onReady: (told) => ready.resolve(told as DevServerReady),
    },
    { guard, say },
  )
  stops.push(server.stop)
  const web = startVite(guard, env)
  stops.push(() => endChild(web))
  const launcherUrl = Promise.withResolvers<string>()
  const data = process.env.KETTLE_LAUNCHER_DATA || join(dataDir, 'launcher')
  const args = ['--dev', '--port', `${ports.launcher}`, '--server', `http://localhost:${http.port}`, '--data', data]
  const launcher = superviseProgram(
    {
      name: 'The launcher',
      file: join(root, 'apps/desktop/src/host/main.ts'),
      args,
      env,
      onReady: (told) => launcherUrl.resolve((told as { url: string }).url),
    },
    { guard, say },
  )
  stops.push(launcher.stop)
  stops.push(watchSources(server, launcher))

  const { sftpPort } = await ready.promise
  const lines = [
    `Kettle is on: ${webUrl}`,
    '',
    `API           http://localhost:${http.port}`,
    `Mails         ${webUrl}/dev/outbox`,
    `SFTP          ${sftp.publicHost}, port ${sftpPort}`,
    `Launcher      ${await launcherUrl.promise}`,
    '',
    ...demoLines(),
    '',
    'Changed sources of web and launcher show at once; the server starts anew.',
    `Ctrl-C stops everything. Started in ${((performance.now() - began) / 1000).toFixed(1)} s.`,
  ]
  if (!isStopping) say(box(lines))
}

/** @throws ConfigError, StartError naming the setting of a port that is taken, or given twice */
async function mustAllBeFree(wanted: { setting: string; host: string; port: number }[]): Promise<void> {
  for (const { setting, host, port } of wanted) {
    const twin = wanted.find((other) => other.port === port && other.setting !== setting)
    if (twin) throw new ConfigError(`${setting} and ${twin.setting} are both ${port}: they must differ.`)
    await mustBeFree(setting, host, port)
  }
}

function startVite(guard: Guard, env: NodeJS.ProcessEnv): ChildProcess {
  const folder = join(root, 'apps/web')
  const args = [join(folder, 'node_modules/vite/bin/vite.js'), '--clearScreen', 'false', '--logLevel', 'warn']
  const stdio = ['ignore', 'inherit', 'inherit'] as const
  const child = spawn(process.execPath, args, { cwd: folder, env, detached: true, stdio: [...stdio] })
  guard.watch(child, 'SIGTERM')
  child.once('exit', (code, signal) => {
    if (!isStopping) say(`Vite ended (${signal ?? code}): the web app is away until npm run dev is started again.`)
  })
  return child
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

function watchSources(server: Supervisor, launcher: Supervisor): () => Promise<void> {
  const folders = [...new Set([...serverSources, ...launcherSources])].map((folder) => join(root, folder))
  const watcher = watch(folders, {
    ignoreInitial: true,
    ignored: (path) =>
      /(^|\/)(node_modules|testing|demo\/games)(\/|$)|\.test\.tsx?$|\/\.[^/]+$|~$/u.test(relative(root, path)),
  })
  const isBelow = (sources: string[], path: string) =>
    sources.some((source) => path.startsWith(`${join(root, source)}/`))
  const changed = new Set<string>()
  let settling: NodeJS.Timeout | undefined
  watcher.on('all', (event, path) => {
    if (event === 'addDir' || event === 'unlinkDir') return
    changed.add(path)
    clearTimeout(settling)
    settling = setTimeout(() => {
      const paths = [...changed]
      changed.clear()
      const ofServer = paths.find((each) => isBelow(serverSources, each))
      const ofLauncher = paths.find((each) => isBelow(launcherSources, each))
      if (ofServer) server.restart(ofServer)
      if (ofLauncher) launcher.restart(ofLauncher)
    }, SETTLE_MS)
  })
  return () => {
    clearTimeout(settling)
    return watcher.close()
  }
}
