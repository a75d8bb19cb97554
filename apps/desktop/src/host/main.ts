import { join } from 'node:path'
import { composeLauncher } from '../core/compose.ts'
import { buildRenderer } from './build-renderer.ts'
import { devSecret, openDevScreens } from './dev-screens.ts'
import { fileSecrets } from './file-secrets.ts'
import { readOptions } from './options.ts'
import { createPageGames } from './page-games.ts'
import { openHostServer } from './server.ts'

/** The launcher in a browser: its real core here in Node, its real screen in any Chromium. A convenience for development. */
async function main(): Promise<void> {
  const { port, server, data, dev } = readOptions(process.argv.slice(2), process.env)
  const built = dev ? null : await buildRenderer()
  const host = await openHostServer(port, dev ? await devSecret(data) : undefined)
  const screens = built ?? (await openDevScreens(host))
  const pages = createPageGames(() => host.origin)
  const launcher = await composeLauncher({
    places: { data, games: join(data, 'games') },
    secrets: fileSecrets(join(data, 'token')),
    showPage: pages.show,
    // A page in a browser has none of these.
    shell: { updater: null, startup: null, tray: false, chooseFolder: null, idleSeconds: null, openOutside: null },
    defaultServer: server,
    language: Intl.DateTimeFormat().resolvedOptions().locale,
  })
  host.serve(launcher, screens, pages)
  // Said by npm run dev itself, once all is ready.
  if (process.send) process.send({ url: host.url })
  else process.stdout.write(`Launcher: ${host.url}\n`)

  let closing = false
  const stop = async (): Promise<void> => {
    if (closing) return
    closing = true
    await launcher.close()
    if (typeof screens !== 'string') await screens.close()
    await host.close()
    if (process.connected) process.disconnect()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  // A program that started this one and was killed leaves no launcher behind.
  if (process.send) process.once('disconnect', stop)
}

main().catch((error: unknown) => {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(taken ? `${message}: choose another with --port\n` : `${message}\n`)
  process.exitCode = 1
})
