import { resolve } from 'node:path'
import { app } from 'electron'
import { deepLinkIn, linkScheme } from '../core/deep-link.ts'

/** Where links from outside come in. They are kept until somebody takes them. */
export interface DeepLinks {
  /** Hands over what has come so far, and from now on what comes. */
  take(open: (link: string) => void): void
}

/** Must be called before the app is ready: macOS hands over the link that starts the program as early as that. */
export function hearDeepLinks(): DeepLinks {
  // Electron run from a checkout is given the app's folder, and must be given it again.
  const [, folder] = process.argv
  if (process.defaultApp && folder) app.setAsDefaultProtocolClient(linkScheme, process.execPath, [resolve(folder)])
  else app.setAsDefaultProtocolClient(linkScheme)
  let open: ((link: string) => void) | null = null
  let kept = deepLinkIn(process.argv)
  const hear = (link: string | null): void => {
    if (open && link) open(link)
    else kept = link ?? kept
  }
  app.on('open-url', (event, url) => {
    event.preventDefault()
    hear(url)
  })
  app.on('second-instance', (_event, argv) => hear(deepLinkIn(argv)))
  return {
    take(given) {
      open = given
      if (kept) given(kept)
      kept = null
    },
  }
}
