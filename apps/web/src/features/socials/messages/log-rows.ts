import type { StoredMessage } from '@kettle/api/client'
import { dayOf } from '@kettle/socials'
import type { MessageState } from '@kettle/ui'
import type { Unsent } from './outbox.ts'

export interface Marks {
  theirReadSeq: number
  theirDeliveredSeq: number
}

/** One row of a conversation. */
export type LogRow =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'unread'; key: string }
  | {
      kind: 'message'
      key: string
      mine: boolean
      text: string
      at: string
      /** Of one's own. */
      state?: MessageState
      /** Of one that is not stored yet. */
      unsent?: Unsent
      /** Goes on from the row above: same writer, within minutes, nothing between. */
      joined: boolean
    }

const JOINED_MS = 5 * 60_000

/**
 * A conversation as it is shown: the oldest first, each message once (one that was sent and came back is known by its clientId),
 * with a line at each new day of the reader, and one above the first that was unread on arrival.
 */
export function logRows(
  stored: StoredMessage[],
  unsent: readonly Unsent[],
  { me, marks, unreadAfter }: { me: string; marks: Marks; unreadAfter: number | undefined },
): LogRow[] {
  const rows: LogRow[] = []
  let last: { mine: boolean; at: number; day: string } | undefined
  let divided = false
  const add = (
    mine: boolean,
    at: string,
    row: { key: string; text: string; state?: MessageState; unsent?: Unsent },
  ) => {
    const day = dayOf(at)
    if (day !== last?.day) rows.push({ kind: 'day', key: `day ${day}`, at })
    const above = rows.at(-1)
    const joined = above?.kind === 'message' && last?.mine === mine && new Date(at).getTime() - last.at < JOINED_MS
    rows.push({ kind: 'message', mine, at, joined, ...row })
    last = { mine, at: new Date(at).getTime(), day }
  }
  const known = new Set<string>()
  for (const message of stored.toSorted((a, b) => a.seq - b.seq)) {
    const mine = message.senderId === me
    if (mine) known.add(message.clientId)
    if (unreadAfter !== undefined && !divided && !mine && message.seq > unreadAfter) {
      // The day's line stands above that of the unread ones.
      if (dayOf(message.sentAt) !== last?.day) {
        const day = dayOf(message.sentAt)
        rows.push({ kind: 'day', key: `day ${day}`, at: message.sentAt })
        last = { mine, at: 0, day }
      }
      rows.push({ kind: 'unread', key: 'unread' })
      divided = true
    }
    add(mine, message.sentAt, {
      key: mine ? message.clientId : `${message.seq}`,
      text: message.text,
      state: mine ? stateOf(message.seq, marks) : undefined,
    })
  }
  for (const entry of unsent) {
    if (known.has(entry.clientId)) continue
    add(true, entry.writtenAt, { key: entry.clientId, text: entry.text, state: entry.state, unsent: entry })
  }
  return rows
}

function stateOf(seq: number, { theirReadSeq, theirDeliveredSeq }: Marks): MessageState {
  if (seq <= theirReadSeq) return 'read'
  return seq <= theirDeliveredSeq ? 'delivered' : 'sent'
}
