import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { app } from 'electron'
import { autostartEntry } from '../core/desktop-entry.ts'
import type { Shell } from '../core/ports.ts'

/** Given to a launcher that starts with the system: it stays in the tray until somebody wants it. */
export const hiddenFlag = '--hidden'

/** Starting with the system: a log-in item of Windows or macOS, a file of the session's on Linux. */
export function autostart(): NonNullable<Shell['startup']> {
  if (process.platform !== 'linux') {
    const args = [hiddenFlag]
    return {
      enabled: () => app.getLoginItemSettings({ args }).openAtLogin,
      enable: (on) => app.setLoginItemSettings({ openAtLogin: on, args }),
    }
  }
  const config = process.env.XDG_CONFIG_HOME || join(homedir(), '.config')
  const entry = join(config, 'autostart', 'kettle-launcher.desktop')
  // An AppImage runs from a mount that is gone with it; this is the file that was started.
  const program = process.env.APPIMAGE ?? process.execPath
  return {
    enabled: () => existsSync(entry),
    enable(on) {
      if (!on) return rmSync(entry, { force: true })
      mkdirSync(dirname(entry), { recursive: true })
      writeFileSync(entry, autostartEntry(program, [hiddenFlag]))
    },
  }
}
