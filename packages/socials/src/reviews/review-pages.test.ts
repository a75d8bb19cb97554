import type { ReviewView } from '@kettle/api/client'
import { expect, it } from 'vitest'
import { reviewsOf, withReview } from './review-pages.ts'

const review = (id: string, helpful = 0) => ({ id, helpful }) as ReviewView

it('shows a review once that came on two pages, as it was told last', () => {
  const pages = [{ items: [review('a'), review('b', 1)] }, { items: [review('b', 2), review('c')] }]
  expect(reviewsOf({ pages }).map(({ id, helpful }) => `${id} ${helpful}`)).toEqual(['a 0', 'b 2', 'c 0'])
})

it('changes one review on every page, and leaves the rest', () => {
  const data = { pages: [{ items: [review('a'), review('b')], nextCursor: 'x' }, { items: [review('b')] }] }
  expect(withReview(data, 'b', { helpful: 7 })).toEqual({
    pages: [{ items: [review('a'), review('b', 7)], nextCursor: 'x' }, { items: [review('b', 7)] }],
  })
})
