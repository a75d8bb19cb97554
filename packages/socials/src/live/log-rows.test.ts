import { expect, test } from 'vitest'
import { logRows } from './log-rows.ts'
import type { ShownMessage } from './shown-messages.ts'

function message(seq: number | null, mine: boolean, at: Date): ShownMessage {
  return { clientId: `c${seq}`, seq, mine, text: '', at: at.toISOString(), state: null, failure: null }
}
const at = (day: number, hour: number, minute = 0): Date => new Date(2026, 0, day, hour, minute)
const shown = (messages: ShownMessage[], unreadAfter: number | null = null): string[] =>
  logRows(messages, unreadAfter).map((row) =>
    row.kind === 'message' ? `${row.message.seq}${row.joined ? '+' : ''}` : row.kind,
  )

test('a line at each new day; what one person writes within minutes belongs together', () => {
  const talk = [
    ...[message(1, true, at(1, 23, 57)), message(2, true, at(1, 23, 58)), message(3, true, at(2, 0, 1))],
    ...[message(4, false, at(2, 0, 2)), message(5, false, at(2, 0, 9)), message(null, true, at(2, 0, 10))],
  ]
  expect(shown(talk)).toEqual(['day', '1', '2+', 'day', '3', '4', '5', 'null'])
  expect(shown([])).toEqual([])
})

test('one line above the first that was unread, below that of its day, and none above own words', () => {
  const talk = [
    message(1, false, at(1, 9)),
    message(2, true, at(2, 9)),
    message(3, false, at(3, 9)),
    message(4, false, at(3, 9)),
  ]
  expect(shown(talk, 1)).toEqual(['day', '1', 'day', '2', 'day', 'unread', '3', '4+'])
  expect(shown(talk, 4)).not.toContain('unread')
  expect(shown(talk, 0)).toEqual(['day', 'unread', '1', 'day', '2', 'day', '3', '4+'])
})

test('no two rows have the same key, whatever clocks say', () => {
  const talk = [
    ...[message(1, true, at(2, 9)), message(2, false, at(1, 9)), message(3, true, at(2, 9))],
    { ...message(null, true, at(1, 9)), clientId: 'mine' },
  ]
  const keys = logRows(talk, 0).map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
})
