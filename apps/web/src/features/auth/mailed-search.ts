import { returnPath } from '../../lib/return-path.ts'

/** What the links in our mails carry. The code may arrive as a number: the router reads search values as JSON. */
export function mailedSearch(search: Record<string, unknown>): { email?: string; code?: string; from?: string } {
  const text = (value: unknown) => (value === undefined || value === '' ? undefined : String(value))
  return { email: text(search.email), code: text(search.code)?.padStart(8, '0'), from: returnPath(search.from) }
}
