import { expect, it } from 'vitest'
import { createVoting, type Votes, voted } from './voting.ts'

const none: Votes = { vote: null, helpful: 4, unhelpful: 1 }

/** A store that answers when it is told to, and a screen. */
function store() {
  const asked: { vote: boolean | null; answer: (votes: Votes) => void; refuse: (error: Error) => void }[] = []
  const shown: Votes[] = []
  const failures: unknown[] = []
  const vote = createVoting(() => ({
    send: (wish) => new Promise((answer, refuse) => asked.push({ vote: wish, answer, refuse })),
    show: (votes) => shown.push(votes),
    failed: (error) => failures.push(error),
  }))
  return { vote, asked, shown, failures }
}

it.each([
  [null, true, { vote: true, helpful: 5, unhelpful: 1 }],
  [null, false, { vote: false, helpful: 4, unhelpful: 2 }],
  [true, false, { vote: false, helpful: 3, unhelpful: 2 }],
  [true, null, { vote: null, helpful: 3, unhelpful: 1 }],
  [true, true, { vote: true, helpful: 4, unhelpful: 1 }],
])('counts from %s to %s', (from, to, votes) => {
  expect(voted({ ...none, vote: from }, to)).toEqual(votes)
})

it('shows a vote before the store answers, and then what the store says', async () => {
  const { vote, asked, shown } = store()
  const done = vote(none, true)
  expect(shown).toEqual([{ vote: true, helpful: 5, unhelpful: 1 }])
  asked[0]?.answer({ vote: true, helpful: 9, unhelpful: 1 })
  await done
  expect(shown.at(-1)).toEqual({ vote: true, helpful: 9, unhelpful: 1 })
})

it('sends only the last of several quick clicks after the first', async () => {
  const { vote, asked, shown } = store()
  const done = vote(none, true)
  for (const side of [true, false, false, false]) void vote(none, side)
  expect(asked.map((one) => one.vote)).toEqual([true])
  asked[0]?.answer({ vote: true, helpful: 5, unhelpful: 1 })
  await Promise.resolve()
  expect(asked.map((one) => one.vote)).toEqual([true, false])
  asked[1]?.answer({ vote: false, helpful: 4, unhelpful: 2 })
  await done
  expect(shown.at(-1)).toEqual({ vote: false, helpful: 4, unhelpful: 2 })
})

it('sends nothing more for clicks that end where they began', async () => {
  const { vote, asked } = store()
  const done = vote(none, true)
  void vote(none, true)
  void vote(none, true)
  asked[0]?.answer({ vote: true, helpful: 5, unhelpful: 1 })
  await done
  expect(asked).toHaveLength(1)
})

it('takes back what is refused, to what the store last said, and may be tried again', async () => {
  const { vote, asked, shown, failures } = store()
  const first = vote(none, true)
  void vote(shown.at(-1) ?? none, false)
  asked[0]?.refuse(new Error('no line'))
  await first
  expect(failures).toEqual([new Error('no line')])
  expect(shown.at(-1)).toEqual(none)
  const second = vote(none, true)
  asked[1]?.answer({ vote: true, helpful: 5, unhelpful: 1 })
  await second
  expect(shown.at(-1)).toEqual({ vote: true, helpful: 5, unhelpful: 1 })
})
