import { type BrowserWindow, ipcMain } from 'electron'
import type { Launcher } from '../core/launcher.ts'
import { answer } from '../shared/bridge.ts'
import { channels } from '../shared/channels.ts'

/** Carries the bridge between the launcher and its one window; nobody else is answered. */
export function carryBridge(launcher: Launcher, window: BrowserWindow): void {
  ipcMain.handle(channels.request, (event, name: unknown, input: unknown) => {
    if (event.senderFrame !== window.webContents.mainFrame) throw new Error('Not for you')
    return answer(launcher.handlers, name, input)
  })
  const silence = launcher.listen((name, value) => {
    if (!window.isDestroyed()) window.webContents.send(channels.event, name, value)
  })
  window.once('closed', () => {
    silence()
    ipcMain.removeHandler(channels.request)
  })
}
