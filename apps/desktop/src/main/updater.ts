import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import electronUpdater from 'electron-updater'
import type { Updater } from '../core/ports.ts'

/**
 * New versions from the address that the launcher was built with. Its own store is not asked: a store that a player once typed in
 * must not decide which programs run here. Null from a checkout and where no address was built in.
 */
export function selfUpdater(): Updater | null {
  if (!app.isPackaged || !existsSync(join(process.resourcesPath, 'app-update.yml'))) return null
  const { autoUpdater } = electronUpdater
  autoUpdater.autoDownload = true
  autoUpdater.autoInstallOnAppQuit = true
  autoUpdater.allowDowngrade = false
  // Without a listener an error event would end the program; the promise below says the same.
  autoUpdater.on('error', () => {})
  return {
    version: app.getVersion(),
    async fetch() {
      const found = await autoUpdater.checkForUpdates()
      if (!found?.isUpdateAvailable) return null
      await found.downloadPromise
      return found.updateInfo.version
    },
    install: () => autoUpdater.quitAndInstall(true, true),
  }
}
