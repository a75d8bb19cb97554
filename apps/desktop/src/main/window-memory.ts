import { type BrowserWindow, screen } from 'electron'
import { jsonFile } from '../core/json-file.ts'
import { type Opening, openingOf, windowState } from '../core/window-state.ts'

/** Keeps how the window was left from one start to the next. */
export interface WindowMemory {
  opening: Opening
  /** Writes down how the window stands whenever it goes. */
  watch(window: BrowserWindow): void
}

export async function rememberWindow(path: string): Promise<WindowMemory> {
  const file = jsonFile(path, windowState)
  const [first, ...others] = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()]
  const areas = [first, ...others.filter(({ id }) => id !== first.id)].map(({ workArea }) => workArea)
  return {
    opening: openingOf(await file.read(), areas),
    watch(window) {
      const save = (): void => {
        // What can't be written now costs the window its place, and nothing else.
        file.write({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }).catch(() => {})
      }
      window.on('close', save)
      window.on('hide', save)
    },
  }
}
