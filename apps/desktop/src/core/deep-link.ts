/** The scheme of links that other programs may hand to the launcher. Its own pages have another: see app-address.ts. */
export const linkScheme = 'kettle'

/** What a link asks for. It never does anything by itself: it shows the game, and asks. */
export interface DeepLink {
  verb: 'install' | 'play' | 'game'
  gameId: string
}

const form =
  /^kettle:\/\/(?<verb>install|play|game)\/(?<id>[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})\/?$/iu

/** Reads `kettle://install/<id>`, and nothing that is longer, shorter or otherwise: any web page can send us one. */
export function parseDeepLink(text: string): DeepLink | null {
  const { verb, id } = form.exec(text)?.groups ?? {}
  if (!verb || !id) return null
  return { verb: verb.toLowerCase() as DeepLink['verb'], gameId: id.toLowerCase() }
}

/** The link on a command line, where Windows and Linux put it: the last argument that is one. */
export function deepLinkIn(argv: readonly string[]): string | null {
  return argv.findLast((argument) => parseDeepLink(argument) !== null) ?? null
}
