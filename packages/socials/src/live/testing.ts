import type { PersonName, Presence, StoredMessage } from '@kettle/api/client'
import { offline } from './offline.ts'
import type { Unsent } from './outbox.ts'

export const me = 'me'
export const online: Presence = { ...offline, state: 'online' }

export function person(id: string): PersonName {
  return { id, name: id, avatar: `/avatars/${id}.svg` }
}

export function message(seq: number, senderId = 'anna', clientId = `client-${senderId}-${seq}`): StoredMessage {
  return { seq, senderId, text: `${seq}`, clientId, sentAt: '2026-01-01T10:00:00.000Z' }
}

export function unsent(clientId: string, state: Unsent['state'] = 'waiting'): Unsent {
  return { clientId, userId: 'anna', text: clientId, writtenAt: '2026-01-03T10:00:00.000Z', state, failure: null }
}
