import { constants } from 'node:fs'
import { access, mkdir, rename } from 'node:fs/promises'
import { isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'
import type { Input } from '../shared/bridge.ts'
import type { SettingsView } from '../shared/views.ts'
import { fail } from './failure.ts'
import { jsonFile } from './json-file.ts'
import type { Places, Shell } from './ports.ts'

const saved = z.object({
  /** Null: the launcher's own folder. */
  gamesFolder: z.string().nullable().default(null),
  /** Bytes per second; null for as fast as it goes. */
  speedLimit: z.int().min(1).nullable().default(null),
  /** Null: that of the system. */
  language: z.enum(['en', 'ru']).nullable().default(null),
  channel: z.enum(['stable', 'beta']).default('stable'),
  closeToTray: z.boolean().default(true),
  notifyInstalled: z.boolean().default(true),
  notifyUpdates: z.boolean().default(true),
  notifyFailures: z.boolean().default(true),
  /** Whether the first words were said. Who has settings from before they existed needs none. */
  welcomed: z.boolean().default(true),
})
type Saved = z.infer<typeof saved>

const defaults: Saved = { ...saved.parse({}), welcomed: false }

/** What the player has chosen. */
export interface Settings {
  /** Reads what was chosen before. A file that can't be understood is put aside, and the defaults hold. */
  start(): Promise<void>
  view(): SettingsView
  /** Where games go that are installed from now on. */
  gamesFolder(): string
  /** Takes effect at once, and is on the disk when this resolves. @throws BridgeError FOLDER_UNUSABLE, NOT_POSSIBLE_HERE */
  change(change: Input<'changeSettings'>): Promise<void>
  /** The first words are said. */
  welcome(): Promise<void>
}

export function createSettings(deps: { places: Places; shell: Shell; changed: () => void }): Settings {
  const { places, shell, changed } = deps
  const path = join(places.data, 'settings.json')
  const file = jsonFile(path, saved)
  let chosen = defaults
  let putAside: string | null = null
  return {
    async start() {
      const read = await file.read()
      if (read) {
        chosen = read
        return
      }
      const aside = `${path}.broken`
      const there = await rename(path, aside).then(
        () => true,
        () => false,
      )
      if (there) putAside = aside
    },
    view: () => ({
      gamesFolder: chosen.gamesFolder ?? places.games,
      speedLimit: chosen.speedLimit,
      language: chosen.language,
      channel: chosen.channel,
      startWithSystem: shell.startup?.enabled() ?? null,
      closeToTray: shell.tray ? chosen.closeToTray : null,
      notifyInstalled: chosen.notifyInstalled,
      notifyUpdates: chosen.notifyUpdates,
      notifyFailures: chosen.notifyFailures,
      welcomed: chosen.welcomed,
      choosesFolder: shell.chooseFolder !== null,
      putAside,
    }),
    gamesFolder: () => chosen.gamesFolder ?? places.games,
    async welcome() {
      chosen = { ...chosen, welcomed: true }
      await file.write(chosen)
      changed()
    },
    async change({ startWithSystem, gamesFolder, ...rest }) {
      if (startWithSystem !== undefined) {
        if (!shell.startup) throw fail('NOT_POSSIBLE_HERE', 'This shell starts with nothing')
        shell.startup.enable(startWithSystem)
      }
      const folder = gamesFolder === undefined ? chosen.gamesFolder : await usable(gamesFolder)
      chosen = { ...chosen, ...rest, gamesFolder: folder }
      await file.write(chosen)
      putAside = null
      changed()
    },
  }
}

/** The folder, made when missing. @throws BridgeError FOLDER_UNUSABLE */
async function usable(folder: string): Promise<string> {
  if (!isAbsolute(folder)) throw fail('FOLDER_UNUSABLE', `${folder} does not say where it is`)
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return resolve(folder)
  } catch (cause) {
    throw fail('FOLDER_UNUSABLE', `${folder}: ${cause instanceof Error ? cause.message : cause}`, cause)
  }
}
