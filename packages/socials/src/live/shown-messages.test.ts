import type { StoredMessage } from '@kettle/api/client'
import { expect, it } from 'vitest'
import type { Marks } from './marks.ts'
import type { Unsent } from './outbox.ts'
import { shownMessages } from './shown-messages.ts'
import { me, message, unsent } from './testing.ts'

const none = { readSeq: 0, theirReadSeq: 0, theirDeliveredSeq: 0 }
const shown = (...given: [StoredMessage[], Unsent[], Marks]) =>
  shownMessages('anna', ...given).map(({ clientId, state }) => `${clientId}${state ? ` ${state}` : ''}`)

it('stand in their order, however they came, and say how far one’s own have come', () => {
  const mine = [3, 2, 1].map((seq) => message(seq, me, `mine-${seq}`))
  expect(shown(mine, [], { ...none, theirReadSeq: 1, theirDeliveredSeq: 2 })).toEqual([
    ...['mine-1 read', 'mine-2 delivered', 'mine-3 sent'],
  ])
})

it('end with what is on its way, and nothing stands twice that has come back', () => {
  const waiting = [unsent('mine-1', 'sending'), unsent('mine-2', 'failed')]
  expect(shown([message(1, me, 'mine-1')], waiting, none)).toEqual(['mine-1 sent', 'mine-2 failed'])
})

it('take nobody’s name for a message for one’s own', () => {
  expect(shown([message(1, 'anna', 'same')], [unsent('same')], none)).toEqual(['same', 'same waiting'])
})
