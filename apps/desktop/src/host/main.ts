import { join } from 'node:path'
import { composeLauncher } from '../core/compose.ts'
import { buildRenderer } from './build-renderer.ts'
import { fileSecrets } from './file-secrets.ts'
import { readOptions } from './options.ts'
import { createPageGames } from './page-games.ts'
import { openHostServer } from './server.ts'

/** The launcher in a browser: its real core here in Node, its real screen in any Chromium. A convenience for development. */
async function main(): Promise<void> {
  const { port, server, data } = readOptions(process.argv.slice(2), process.env)
  const renderer = await buildRenderer()
  const host = await openHostServer(port)
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
  host.serve(launcher, renderer, pages)
  process.stdout.write(`Launcher: ${host.url}\n`)

  let closing = false
  const stop = async (): Promise<void> => {
    if (closing) return
    closing = true
    await launcher.close()
    await host.close()
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
