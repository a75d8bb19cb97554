import type { ReviewView } from '@kettle/api/client'

/** How a review is voted on, with the reader's own vote. */
export type Votes = Pick<ReviewView, 'vote' | 'helpful' | 'unhelpful'>

/** The same with another vote of the reader's. */
export function voted(votes: Votes, vote: boolean | null): Votes {
  const moved = (side: boolean) => Number(vote === side) - Number(votes.vote === side)
  return { vote, helpful: votes.helpful + moved(true), unhelpful: votes.unhelpful + moved(false) }
}

/** What votes need of an app. */
export interface VoteDeeds {
  send: (vote: boolean | null) => Promise<Votes>
  /** Puts these in the review's place on screen. */
  show: (votes: Votes) => void
  failed: (error: unknown) => void
}

/**
 * Takes clicks on the two sides of one review; a second one on the same side takes the vote back. A vote is shown at once and sent;
 * while one is under way only the last wish is remembered, so that the last click is the last word. What the store refuses is taken
 * back to what it last said.
 */
export function createVoting(deeds: () => VoteDeeds): (review: Votes, side: boolean) => Promise<void> {
  let known: Votes
  let wish: boolean | null
  let sending = false
  return async (review, side) => {
    if (!sending) {
      known = { vote: review.vote, helpful: review.helpful, unhelpful: review.unhelpful }
      wish = known.vote
    }
    // Not by what is on screen: of two quick clicks the second may come before the first is drawn.
    wish = wish === side ? null : side
    deeds().show(voted(known, wish))
    if (sending) return
    sending = true
    try {
      while (known.vote !== wish) known = await deeds().send(wish)
    } catch (error) {
      deeds().failed(error)
    } finally {
      sending = false
      deeds().show(known)
    }
  }
}
