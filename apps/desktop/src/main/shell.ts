import { app, dialog } from 'electron'
import type { Shell } from '../core/ports.ts'

/** What Electron can do for the launcher on this system. */
export function systemShell(): Shell {
  // Electron knows log-in items of Windows and macOS only; on Linux each desktop has its own.
  const starts = process.platform === 'win32' || process.platform === 'darwin'
  return {
    startup: starts
      ? {
          enabled: () => app.getLoginItemSettings().openAtLogin,
          enable: (on) => app.setLoginItemSettings({ openAtLogin: on }),
        }
      : null,
    async chooseFolder(from) {
      const { filePaths } = await dialog.showOpenDialog({
        defaultPath: from,
        properties: ['openDirectory', 'createDirectory'],
      })
      return filePaths[0] ?? null
    },
  }
}
