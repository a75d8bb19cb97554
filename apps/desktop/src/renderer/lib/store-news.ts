import type { Events } from '../../shared/bridge.ts'
import type { StoreQuery } from '../../shared/store-requests.ts'
import { accountOf } from './account.ts'
import { hear } from './launcher.ts'
import { storeClient } from './store.ts'

type Kind = Events['heard']['kind']

/** Which answers of the store no longer hold once something has happened. */
const staleBy: Partial<Record<Kind, StoreQuery[]>> = {
  request: ['socials.notices', 'socials.person', 'socials.findUsers'],
  friend: ['socials.notices', 'socials.person', 'socials.activity', 'socials.friendsWithGame'],
  gone: [
    ...(['socials.notices', 'socials.person', 'socials.activity'] as const),
    ...(['socials.friendsWithGame', 'socials.findUsers', 'socials.blocked'] as const),
  ],
  presence: ['socials.person'],
  reviewReply: ['socials.notices', 'socials.reviews', 'socials.review'],
  reviewJudged: ['socials.notices', 'socials.reviews', 'socials.review', 'socials.reviewSummary'],
}

/** Keeps what the store has answered to what happens: another player, another language, what the stream tells. */
export function followStoreNews(): void {
  let player: string | null | undefined
  let spoken: Events['settings']['language'] | undefined
  hear('session', (session) => {
    const now = accountOf(session)
    if (now !== player) storeClient.clear()
    player = now
  })
  hear('settings', ({ language }) => {
    if (language !== spoken) void storeClient.invalidateQueries()
    spoken = language
  })
  hear('heard', ({ kind }) => {
    // After a cut line nobody knows what was missed.
    if (kind === 'hello') void storeClient.invalidateQueries()
    for (const query of staleBy[kind] ?? []) void storeClient.invalidateQueries({ queryKey: [query] })
  })
}
