import { dayOf } from './day-of.ts'
import type { ShownMessage } from './shown-messages.ts'

/** One row of a conversation. */
export type LogRow =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'unread'; key: string }
  /** `joined`: goes on from the row above, by the same writer within minutes and with nothing between. */
  | { kind: 'message'; key: string; message: ShownMessage; joined: boolean }

const JOINED_MS = 5 * 60_000

/** A conversation as it is shown: a line at each new day of the reader, and one above the first message after `unreadAfter`. */
export function logRows(messages: readonly ShownMessage[], unreadAfter: number | null): LogRow[] {
  const rows: LogRow[] = []
  let divided = unreadAfter === null
  for (const [index, message] of messages.entries()) {
    const before = messages[index - 1]
    const day = dayOf(message.at)
    if (!before || dayOf(before.at) !== day)
      rows.push({ kind: 'day', key: `day ${day} ${message.clientId}`, at: message.at })
    if (!divided && !message.mine && message.seq !== null && message.seq > (unreadAfter ?? 0)) {
      rows.push({ kind: 'unread', key: 'unread' })
      divided = true
    }
    const joined =
      rows.at(-1)?.kind === 'message' &&
      before?.mine === message.mine &&
      Date.parse(message.at) - Date.parse(before.at) < JOINED_MS
    const key = message.mine ? message.clientId : `${message.seq}`
    rows.push({ kind: 'message', key, message, joined })
  }
  return rows
}
