import { connectSftp, install, uninstall, verify } from './install/index.ts'
import { type Launcher, startLauncher } from './launcher.ts'
import {
  type Places,
  type Platform,
  type SecretStore,
  type Shell,
  type ShowPage,
  systemClock,
  systemLoad,
} from './ports.ts'
import { startProgram } from './start-program.ts'
import { httpStore } from './store.ts'
import { createTraffic } from './traffic.ts'

/** A launcher of the real parts; a shell brings what only it has. */
export function composeLauncher(given: {
  places: Places
  secrets: SecretStore
  showPage: ShowPage
  shell: Shell
  defaultServer: string
  /** Of the store's texts, until the screen says another. */
  language: string
}): Promise<Launcher> {
  let { language } = given
  const traffic = createTraffic(systemClock)
  const connect = traffic.through(connectSftp)
  return startLauncher({
    ...given,
    platform: platformOf(process.platform),
    clock: systemClock,
    random: Math.random,
    openStore: httpStore(() => language),
    installer: { install: (options) => install({ ...options, connect }), uninstall, verify },
    traffic,
    load: systemLoad,
    startProgram,
    setLanguage: (chosen) => {
      language = chosen
    },
  })
}

function platformOf(name: NodeJS.Platform): Platform {
  if (name === 'win32') return 'windows'
  return name === 'darwin' ? 'macos' : 'linux'
}
