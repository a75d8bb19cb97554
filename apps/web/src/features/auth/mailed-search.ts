import { returnPath } from '../../lib/return-path.ts'
import { textParam } from '../../lib/search-params.ts'

/** What the links in our mails carry. */
export function mailedSearch(search: Record<string, unknown>): { email?: string; code?: string; from?: string } {
  return { email: textParam(search.email), code: textParam(search.code), from: returnPath(search.from) }
}
