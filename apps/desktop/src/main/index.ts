import { join } from 'node:path'
import { app } from 'electron'
import { appHome } from '../core/app-address.ts'
import { composeLauncher } from '../core/compose.ts'
import { hiddenFlag } from './autostart.ts'
import { type DeepLinks, hearDeepLinks } from './deep-links.ts'
import { registerSchemes, showGameWindow } from './game-window.ts'
import { carryBridge } from './ipc.ts'
import { showNotices } from './notices.ts'
import { systemSecrets } from './secrets.ts'
import { systemShell } from './shell.ts'
import { showTray } from './tray.ts'
import { openWindow, serveRenderer } from './window.ts'
import { rememberWindow } from './window-memory.ts'
import { wordsFor } from './words.ts'

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
  const memory = await rememberWindow(join(data, 'window.json'))
  const staysInTray = (): boolean => launcher.snapshot().settings.closeToTray === true
  const hidden = process.argv.includes(hiddenFlag) && staysInTray()
  const window = openWindow(launcher, { opening: memory.opening, hidden })
  memory.watch(window)
  carryBridge(launcher, window)

  const show = (hash?: string): void => {
    if (hash) void window.loadURL(`${appHome}/index.html${hash}`)
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }
  const words = () => wordsFor(launcher.snapshot().settings.language, app.getLocale())
  showTray({ launcher, words, show })
  showNotices({ launcher, window, words, show })
  app.on('second-instance', () => show())
  app.on('activate', () => show())
  links.take((link) => {
    show()
    launcher.openLink(link)
  })

  let quitting = false
  let closed = false
  window.on('close', (event) => {
    if (quitting || !staysInTray()) return
    event.preventDefault()
    window.hide()
  })
  window.once('closed', () => app.quit())
  app.on('before-quit', (event) => {
    quitting = true
    if (closed) return
    event.preventDefault()
    void launcher.close().finally(() => {
      closed = true
      app.quit()
    })
  })
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
