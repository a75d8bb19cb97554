import { dialog, powerMonitor, shell } from 'electron'
import type { Shell } from '../core/ports.ts'
import { autostart } from './autostart.ts'
import { selfUpdater } from './updater.ts'

/** What Electron can do for the launcher on this system. */
export function systemShell(): Shell {
  return {
    updater: selfUpdater(),
    startup: autostart(),
    tray: true,
    async chooseFolder(from) {
      const { filePaths } = await dialog.showOpenDialog({
        defaultPath: from,
        properties: ['openDirectory', 'createDirectory'],
      })
      return filePaths[0] ?? null
    },
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    openOutside: (address) => shell.openExternal(address),
  }
}
