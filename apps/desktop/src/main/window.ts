import { readFile, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { BrowserWindow, protocol } from 'electron'
import { appHome, appPath, appScheme, isStorePage } from '../core/app-address.ts'
import { contentType } from '../core/content-type.ts'
import type { Launcher } from '../core/launcher.ts'
import { rendererPolicy } from '../core/policy.ts'
import { LEAST, type Opening } from '../core/window-state.ts'
import { lockDown } from './lock-down.ts'

const renderer = join(import.meta.dirname, '../renderer')

/** Serves the renderer and the library's covers by a protocol of our own. */
export function serveRenderer(launcher: Launcher): void {
  protocol.handle(appScheme, async (request) => {
    const path = appPath(request.url)
    const found = path?.startsWith('pictures/')
      ? await launcher.picture(path.slice('pictures/'.length))
      : path && (await read(path))
    if (!found) return new Response(null, { status: 404 })
    return new Response(new Uint8Array(found.bytes), {
      headers: {
        'content-type': found.type,
        'content-security-policy': rendererPolicy,
        'x-content-type-options': 'nosniff',
      },
    })
  })
}

async function read(path: string): Promise<{ bytes: Uint8Array; type: string } | null> {
  const file = await realpath(join(renderer, path)).catch(() => null)
  return file?.startsWith(renderer + sep) ? { bytes: await readFile(file), type: contentType(path) } : null
}

/** The launcher's window, as it was left. Links to the player's store open in the system's browser. */
export function openWindow(
  launcher: Launcher,
  { opening, hidden }: { opening: Opening; hidden: boolean },
): BrowserWindow {
  const { place, width, height, maximized } = opening
  const window = new BrowserWindow({
    title: 'Kettle',
    ...{ width, height, ...place, show: !hidden },
    minWidth: Math.min(LEAST.width, width),
    minHeight: Math.min(LEAST.height, height),
    backgroundColor: '#11141d',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    },
  })
  // A hidden window would show itself: it is enlarged when it is shown first.
  if (maximized && hidden) window.once('show', () => window.maximize())
  else if (maximized) window.maximize()
  lockDown(window.webContents, appHome, (address) => isStorePage(address, launcher.server()))
  void window.loadURL(`${appHome}/index.html`)
  return window
}
