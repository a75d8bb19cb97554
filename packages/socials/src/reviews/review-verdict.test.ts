import { expect, it } from 'vitest'
import { readReviewFilters, toQuestion } from './review-filters.ts'
import { percentOf, verdictOf } from './review-verdict.ts'

it.each([
  [0, 0, 'few'],
  [2, 2, 'few'],
  [3, 3, 'good'],
  [9, 8, 'good'],
  [10, 8, 'very'],
  [49, 49, 'very'],
  [50, 48, 'overwhelming'],
  [50, 47, 'very'],
  [10, 7, 'mostlyGood'],
  [10, 4, 'mixed'],
  [10, 2, 'mostlyBad'],
  [10, 1, 'bad'],
  [3, 0, 'bad'],
])('calls %i reviews with %i thumbs up %s', (total, positive, verdict) => {
  expect(verdictOf({ total, positive })).toBe(verdict)
})

it('says 100 % only of all, and 0 % only of none', () => {
  const percents = [1000, 999, 500, 1, 0].map((positive) => percentOf({ total: 1000, positive }))
  expect(percents).toEqual([100, 99, 50, 1, 0])
})

it('reads what the address says and drops what it can’t be', () => {
  expect(readReviewFilters({ reviews: 'new', written: 'ru', thumb: 'down', more: '1' })).toEqual({
    ...{ reviews: 'new', written: 'ru', thumb: 'down' },
  })
  expect(readReviewFilters({ reviews: 'helpful', written: 'Deutsch', thumb: 'x' })).toEqual({})
  expect(toQuestion('g', { thumb: 'down', written: 'en' })).toEqual({
    ...{ gameId: 'g', sort: 'helpful', limit: 10, language: 'en', recommended: false },
  })
})
