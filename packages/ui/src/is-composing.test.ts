import { expect, it } from 'vitest'
import { isComposing } from './is-composing.ts'

it.each([
  [true, 13, true],
  [false, 229, true],
  [true, 229, true],
  [false, 13, false],
  [false, 27, false],
])('with isComposing %s and key code %d is %s', (composing, keyCode, expected) => {
  expect(isComposing({ nativeEvent: { isComposing: composing, keyCode } as KeyboardEvent })).toBe(expected)
})
