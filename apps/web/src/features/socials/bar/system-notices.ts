import { recall, remember } from '../../../lib/storage.ts'

const key = 'kettle-system-notices'

/** Whether this browser can show notifications of the system, and whether its person wants them. */
export type SystemNotices = 'missing' | 'denied' | 'off' | 'on'

export function systemNotices(): SystemNotices {
  if (!('Notification' in window) || !window.isSecureContext) return 'missing'
  if (Notification.permission === 'denied') return 'denied'
  return Notification.permission === 'granted' && recall(key) === 'on' ? 'on' : 'off'
}

/** Switches them on or off; only here is anybody asked for the permission. */
export async function wishSystemNotices(on: boolean): Promise<SystemNotices> {
  if (on && systemNotices() === 'off') await Notification.requestPermission()
  remember(key, on ? 'on' : 'off')
  return systemNotices()
}

/** Shows one, where that is wished for; of the same `tag` only the latest stays. */
export function notify(title: string, body: string, tag: string, onClick: () => void): void {
  if (systemNotices() !== 'on') return
  try {
    const shown = new Notification(title, { body, tag })
    shown.onclick = () => {
      window.focus()
      onClick()
      shown.close()
    }
  } catch {
    // Some phones' browsers have them only for installed apps.
  }
}
