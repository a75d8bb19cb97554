import { join } from 'node:path'
import { app, Menu, nativeImage, Tray } from 'electron'
import type { Launcher } from '../core/launcher.ts'
import { type TrayAct, trayMenu, trayTip } from '../core/tray-menu.ts'
import type { Words } from './words.ts'

/** Puts the launcher into the system's tray; what the menu says follows what the launcher tells. */
export function showTray({
  launcher,
  words,
  show,
}: {
  launcher: Launcher
  words: () => Words
  /** Shows the window, and in it what an address after `#` names. */
  show: (hash?: string) => void
}): void {
  // macOS draws a template in the colour of its menu bar.
  const name = process.platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'
  const tray = new Tray(nativeImage.createFromPath(join(import.meta.dirname, '../../assets', name)))
  const act = (chosen: TrayAct): void => {
    const { handlers } = launcher
    if (chosen.do === 'show') show()
    else if (chosen.do === 'downloads') show('#/downloads')
    else if (chosen.do === 'game') show(`#/game/${chosen.gameId}`)
    else if (chosen.do === 'quit') app.quit()
    else if (chosen.do === 'play') {
      const language = words().code === 'ru' ? 'ru' : 'en'
      // Why it did not start is said on the game's page.
      handlers.play({ gameId: chosen.gameId, language }).catch(() => show(`#/game/${chosen.gameId}`))
    } else void handlers[chosen.do](undefined).catch(() => {})
  }
  let drawn = ''
  const draw = (): void => {
    const snapshot = launcher.snapshot()
    tray.setToolTip(trayTip(snapshot))
    const items = trayMenu(snapshot, words().tray)
    // A menu that is set anew closes under the pointer: only when it says something else.
    if (JSON.stringify(items) === drawn) return
    drawn = JSON.stringify(items)
    const template = items.map((item) => {
      if (item === 'line') return { type: 'separator' as const }
      const { label, act: chosen } = item
      return { label, enabled: chosen !== undefined, click: () => chosen && act(chosen) }
    })
    tray.setContextMenu(Menu.buildFromTemplate(template))
  }
  draw()
  launcher.listen((event) => {
    const elsewhere = ['changelog', 'notice', 'link', 'update', 'people', 'threads', 'conversation']
    if (!elsewhere.includes(event)) draw()
  })
  tray.on('click', () => show())
}
