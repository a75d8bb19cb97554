import { expect, it } from 'vitest'
import { folded } from './folded.ts'

it('leaves alone what is not long', () => {
  expect(folded('x'.repeat(900))).toBeNull()
})

it('ends with a whole word', () => {
  const start = folded('kettle '.repeat(200)) ?? ''
  expect(start).toMatch(/kettle …$/u)
  expect(start.length).toBeLessThan(905)
})

it('cuts a text without blanks where it must, and no character in two', () => {
  expect(folded('х'.repeat(8000))).toBe(`${'х'.repeat(900)} …`)
  expect(folded(`x${'🫖'.repeat(4000)}`)).toBe(`x${'🫖'.repeat(449)} …`)
  expect(folded(`no ${'х'.repeat(8000)}`)).toBe(`no ${'х'.repeat(897)} …`)
})
