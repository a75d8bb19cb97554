import { join } from 'node:path'
import { app } from 'electron'
import { composeLauncher } from '../core/compose.ts'
import { type DeepLinks, hearDeepLinks } from './deep-links.ts'
import { registerSchemes, showGameWindow } from './game-window.ts'
import { carryBridge } from './ipc.ts'
import { systemSecrets } from './secrets.ts'
import { systemShell } from './shell.ts'
import { openWindow, serveRenderer } from './window.ts'

async function start(links: DeepLinks): Promise<void> {
  await app.whenReady()
  const data = join(app.getPath('userData'), 'launcher')
  const launcher = await composeLauncher({
    places: { data, games: join(data, 'games') },
    secrets: systemSecrets(join(data, 'token')),
    showPage: showGameWindow,
    shell: systemShell(),
    defaultServer: process.env.KETTLE_SERVER ?? 'http://localhost:3000',
    language: app.getLocale(),
  })
  serveRenderer(launcher)
  const window = openWindow(launcher)
  carryBridge(launcher, window)
  const show = (): void => {
    if (window.isMinimized()) window.restore()
    window.focus()
  }
  app.on('second-instance', show)
  links.take((link) => {
    show()
    launcher.openLink(link)
  })
  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void launcher.close().finally(() => {
      closed = true
      app.quit()
    })
  })
  window.once('closed', () => app.quit())
}

if (app.requestSingleInstanceLock()) {
  registerSchemes()
  const links = hearDeepLinks()
  app.enableSandbox()
  // Not awaited: Electron is ready only once this module has run.
  void start(links)
} else {
  app.quit()
}
