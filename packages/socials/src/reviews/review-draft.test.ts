import { type OwnReview, replyToReviewInput, writeReviewInput } from '@kettle/api/client'
import { expect, it } from 'vitest'
import { followed } from './review-draft.ts'
import { wrongText } from './wrong-text.ts'

const review = (text: string) => ({ text }) as OwnReview

it.each([
  ['untouched, changed elsewhere', 'one', 'one', 'two', 'two'],
  ['touched, changed elsewhere', 'one and a half', 'one', 'two', 'touched'],
  ['touched, the same elsewhere', 'one and a half', 'one', 'one', 'one and a half'],
  ['touched, the same words written elsewhere', 'two', 'one', 'two', 'two'],
  ['nothing written, written elsewhere', '', null, 'two', 'two'],
  ['begun, written elsewhere', 'a', null, 'two', 'touched'],
  ['untouched, removed elsewhere', 'one', 'one', null, 'one'],
])('a draft: %s', (_what, text, before, now, wanted) => {
  const draft = { recommended: true, text }
  const next = followed(draft, before === null ? null : review(before), now === null ? null : review(now))
  expect(next === 'touched' ? next : next.text).toBe(wanted)
})

it.each([
  ['', 'TEXT_REQUIRED'],
  [' \n ', 'TEXT_REQUIRED'],
  ['\u202E\u200B', 'TEXT_REQUIRED'],
  ['<b>ok</b>', null],
  ['я'.repeat(8000), null],
  [`\u202E${'я'.repeat(8000)}\u202C`, null],
  ['я'.repeat(8001), 'TEXT_TOO_LONG'],
])('holds a text to the store’s own rule', (text, wrong) => {
  expect(wrongText(writeReviewInput.shape.text, text)).toBe(wrong)
})

it('holds a reply to its own length', () => {
  expect(wrongText(replyToReviewInput.shape.text, 'я'.repeat(4000))).toBeNull()
  expect(wrongText(replyToReviewInput.shape.text, 'я'.repeat(4001))).toBe('TEXT_TOO_LONG')
})
