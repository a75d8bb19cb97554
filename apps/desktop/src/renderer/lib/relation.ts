import type { PeopleView, RelationView } from '../../shared/people.ts'

/** What somebody is by now: a request may have been sent or answered since the store was asked. */
export function relationNow({ friends, incoming, outgoing }: PeopleView, userId: string): RelationView | null {
  const isThere = (list: { id: string }[]): boolean => list.some(({ id }) => id === userId)
  if (isThere(friends)) return 'friends'
  if (isThere(incoming)) return 'incoming'
  return isThere(outgoing) ? 'outgoing' : null
}
