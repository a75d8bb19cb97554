import { type FriendLists, noFriends } from '@kettle/socials/live'
import { QueryObserver } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { queryClient } from '../../../lib/trpc.ts'
import { applyEvent } from './caches.ts'

const queryKey = [['socials', 'friends'], { type: 'query' }]
const anna = { id: 'anna', name: 'Anna', avatar: '' }
const request = { seq: 1, kind: 'request', at: '2026-01-01T00:00:00.000Z', payload: { user: anna } } as const
const quiet = () => new Promise((resolve) => setTimeout(resolve))

it('lets no answer that was on its way wipe out an event', async () => {
  const answers: ((lists: FriendLists) => void)[] = []
  const queryFn = () => new Promise<FriendLists>((resolve) => answers.push(resolve))
  const observer = new QueryObserver<FriendLists>(queryClient, { queryKey, queryFn, retry: false })
  const stop = observer.subscribe(() => {})
  applyEvent(request, 'me')
  applyEvent({ ...request, seq: 2 }, 'me')
  // Read before the request was made, answered after it was told.
  answers[0]?.(noFriends)
  await quiet()
  expect(answers).toHaveLength(2)
  answers[1]?.({
    ...noFriends,
    incoming: [{ user: { ...anna, presence: { state: 'offline', game: null, lastSeenAt: null } }, since: request.at }],
  })
  await quiet()
  expect(observer.getCurrentResult().data?.incoming).toHaveLength(1)
  expect(answers).toHaveLength(2)
  // With nothing on its way an event is enough, and asks for nothing.
  applyEvent({ seq: 3, kind: 'request', at: request.at, payload: { user: { ...anna, id: 'boris' } } }, 'me')
  await quiet()
  expect(observer.getCurrentResult().data?.incoming.map(({ user }) => user.id)).toEqual(['boris', 'anna'])
  expect(answers).toHaveLength(2)
  stop()
})
