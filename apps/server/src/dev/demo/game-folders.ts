import { fileURLToPath } from 'node:url'

/** The absolute path of a game's files in `games/` that is a program and shares no page with the others. */
export function programFolder(slug: string): string {
  return fileURLToPath(new URL(`./games/${slug}`, import.meta.url))
}

/** The absolute paths of a real game's files in `games/`: what all of them share, and its own. */
export function gameFolders(slug: string): string[] {
  return ['shared', slug].map((name) => fileURLToPath(new URL(`./games/${name}`, import.meta.url)))
}
