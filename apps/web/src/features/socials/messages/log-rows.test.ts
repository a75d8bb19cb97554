import type { StoredMessage } from '@kettle/api/client'
import { describe, expect, it } from 'vitest'
import { logRows } from './log-rows.ts'
import type { Unsent } from './outbox.ts'

const marks = { theirReadSeq: 0, theirDeliveredSeq: 0 }
const at = (day: number, minute = 0) => new Date(2026, 0, day, 12, minute).toISOString()
const message = (seq: number, senderId: string, sentAt: string): StoredMessage => ({
  ...{ seq, senderId, sentAt, text: `${seq}`, clientId: `client-${seq}` },
})
const unsent = (clientId: string, state: Unsent['state']): Unsent => ({
  ...{ clientId, state, text: clientId, writtenAt: at(3) },
  to: { id: 'anna', name: 'Anna', avatar: '' },
})
const shape = (rows: ReturnType<typeof logRows>) =>
  rows.map((row) =>
    row.kind === 'message' ? `${row.text}${row.joined ? '+' : ''}${row.state ? ` ${row.state}` : ''}` : row.kind,
  )

describe('the rows of a conversation', () => {
  it('stand in order, with a line at each day, and join what one person says in one breath', () => {
    const stored = [
      message(4, 'anna', at(2)),
      message(3, 'me', at(1, 9)),
      message(2, 'anna', at(1, 3)),
      message(1, 'anna', at(1)),
    ]
    expect(shape(logRows(stored, [], { me: 'me', marks, unreadAfter: undefined }))).toEqual([
      ...['day', '1', '2+', '3 sent', 'day', '4'],
    ])
  })

  it('say how far one’s own have come', () => {
    const stored = [1, 2, 3].map((seq) => message(seq, 'me', at(1)))
    const rows = logRows(stored, [], {
      me: 'me',
      marks: { theirReadSeq: 1, theirDeliveredSeq: 2 },
      unreadAfter: undefined,
    })
    expect(shape(rows)).toEqual(['day', '1 read', '2+ delivered', '3+ sent'])
  })

  it('end with what is on its way, and show nothing twice that has come back', () => {
    const stored = [message(1, 'me', at(3))]
    const rows = logRows(stored, [unsent('client-1', 'sending'), unsent('mine', 'failed')], {
      ...{ me: 'me', marks, unreadAfter: undefined },
    })
    expect(shape(rows)).toEqual(['day', '1 sent', 'mine+ failed'])
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length)
    // The other's own names for messages are not ours.
    expect(
      shape(
        logRows([message(1, 'anna', at(3))], [unsent('client-1', 'waiting')], {
          me: 'me',
          marks,
          unreadAfter: undefined,
        }),
      ),
    ).toEqual(['day', '1', 'client-1 waiting'])
  })

  it('have one line above the first unread one, below that of its day', () => {
    const stored = [
      message(1, 'anna', at(1)),
      message(2, 'me', at(2)),
      message(3, 'anna', at(3)),
      message(4, 'anna', at(3)),
    ]
    expect(shape(logRows(stored, [], { me: 'me', marks, unreadAfter: 2 }))).toEqual([
      ...['day', '1', 'day', '2 sent', 'day', 'unread', '3', '4+'],
    ])
    expect(shape(logRows(stored, [], { me: 'me', marks, unreadAfter: 4 }))).not.toContain('unread')
  })
})
