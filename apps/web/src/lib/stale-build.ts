const KEY = 'kettle-reloaded-for'

/** The script that this page began with. */
const entryOf = (html: Document): string | null =>
  html.querySelector('script[type=module][src]')?.getAttribute('src') ?? null

/**
 * Loads the page anew where the store has another build by now, whose files have other names: a page that was open for long asks for
 * files that are gone. Once for each build that is met, so that a store that is broken makes no endless loop.
 * @returns true if the page is about to go
 */
export async function reloadIfStale(): Promise<boolean> {
  try {
    const answer = await fetch('/', { headers: { accept: 'text/html' } })
    if (!answer.ok) return false
    const now = entryOf(new DOMParser().parseFromString(await answer.text(), 'text/html'))
    if (!now || now === entryOf(document) || sessionStorage.getItem(KEY) === now) return false
    sessionStorage.setItem(KEY, now)
    location.reload()
    return true
  } catch {
    // Without a connection nobody knows.
    return false
  }
}
