/**
 * The scheme of the launcher's own pages. It is not that of links from outside: were it, a link could name a page of ours, or a
 * page of ours could be opened by the system.
 */
export const appScheme = 'kettle-app'
/** The origin of the launcher's one page. */
export const appHome = `${appScheme}://launcher`

/** The path that an address of our own names, without the first slash; null for any other address. */
export function appPath(address: string): string | null {
  const url = URL.parse(address)
  if (url?.protocol !== `${appScheme}:` || url.host !== 'launcher') return null
  try {
    return decodeURIComponent(url.pathname.slice(1))
  } catch {
    return null
  }
}

/** Whether the system's browser may be sent there: a page of the player's own store, and nothing else. */
export function isStorePage(address: string, server: string): boolean {
  const url = URL.parse(address)
  return url !== null && ['http:', 'https:'].includes(url.protocol) && url.origin === URL.parse(server)?.origin
}
