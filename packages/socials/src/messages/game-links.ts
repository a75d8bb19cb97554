import { messageParts } from '@kettle/ui'

/** More than these would bury the words. */
const MOST = 3

/** The games of this very store that a message links to, by their slugs, each once. */
export function gameLinksIn(text: string, origin: string): string[] {
  const slugs = messageParts(text).flatMap((part) => {
    if (part.kind !== 'link') return []
    const url = new URL(part.href)
    const slug = url.origin === origin ? /^\/game\/([\w-]{1,100})\/?$/u.exec(url.pathname)?.[1] : undefined
    return slug ? [slug] : []
  })
  return [...new Set(slugs)].slice(0, MOST)
}
