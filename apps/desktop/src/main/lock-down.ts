import { shell, type WebContents } from 'electron'

/**
 * Keeps a page where it is: no other pages, no windows, no permissions (electronjs.org/docs/latest/tutorial/security). A link that
 * asks for a window goes to the system's browser where `outside` lets it.
 */
export function lockDown(contents: WebContents, home: string, outside: (address: string) => boolean): void {
  contents.setWindowOpenHandler(({ url }) => {
    if (outside(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
  const stay = (event: { url: string; preventDefault(): void }): void => {
    if (!event.url.startsWith(`${home}/`)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.session.setPermissionRequestHandler((_contents, permission, decide) => decide(permission === 'fullscreen'))
  contents.session.setPermissionCheckHandler((_contents, permission) => permission === 'fullscreen')
  // USB, HID, serial ports and Bluetooth: a page may use none, and is shown none to choose from.
  contents.session.setDevicePermissionHandler(() => false)
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
}
