import { join } from 'node:path'
import { app } from 'electron'
import { composeLauncher } from '../core/compose.ts'
import { registerSchemes, showGameWindow } from './game-window.ts'
import { carryBridge } from './ipc.ts'
import { systemSecrets } from './secrets.ts'
import { systemShell } from './shell.ts'
import { openWindow, serveRenderer } from './window.ts'

async function start(): Promise<void> {
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
  const window = openWindow()
  carryBridge(launcher, window)
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
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
  app.enableSandbox()
  // Not awaited: Electron is ready only once this module has run.
  void start()
} else {
  app.quit()
}
