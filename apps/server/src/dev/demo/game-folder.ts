import { fileURLToPath } from 'node:url'

/** The absolute path of a real game's build in `games/`. */
export function gameFolder(slug: string): string {
  return fileURLToPath(new URL(`./games/${slug}`, import.meta.url))
}
