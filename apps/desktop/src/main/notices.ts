import { type BrowserWindow, Notification } from 'electron'
import type { Launcher } from '../core/launcher.ts'
import { noticeText } from '../core/notices.ts'
import { noticePlace } from '../shared/notice-place.ts'
import { failureText, type Words } from './words.ts'

/** Notices of the system for who looks elsewhere; who looks at the window sees them there. A click leads to the game or person. */
export function showNotices({
  launcher,
  window,
  words,
  show,
}: {
  launcher: Launcher
  window: BrowserWindow
  words: () => Words
  show: (hash?: string) => void
}): void {
  // Without a reference a notice is swept up before it is clicked.
  const shown = new Set<Notification>()
  launcher.listen((event, value) => {
    if (event !== 'notice' || !Notification.isSupported()) return
    if (!window.isDestroyed() && window.isFocused()) return
    const notice = value as Parameters<typeof noticeText>[0]
    const said = words()
    const notification = new Notification(
      noticeText(notice, { ...said.social, ...said.notices }, (reason) => failureText(said, reason)),
    )
    shown.add(notification)
    notification.on('click', () => {
      const place = noticePlace(notice, launcher.snapshot())
      if (place.startsWith('#')) show(place)
      else void launcher.handlers.openOutside({ address: place })
    })
    notification.on('close', () => shown.delete(notification))
    notification.show()
  })
}
