import { readFileSync } from 'node:fs'
import { reasons } from '@kettle/api/client'
import { describe, expect, it } from 'vitest'
import { failureOf } from './errors.ts'

const words = JSON.parse(readFileSync(new URL('../locales/en/errors.json', import.meta.url), 'utf8'))
/** Reasons that only publishers and launchers meet, and INTERNAL, whose sentence is one of the frame's. */
const notHere = new Set([
  'INGEST_FAILED',
  'INTERNAL',
  'INVALID_BUILD',
  'INVALID_PICTURE',
  'SLUG_TAKEN',
  'TOO_MANY_UPLOADS',
  'UPLOAD_CANCELLED',
  'UPLOAD_CLOSED',
  'VERSION_TAKEN',
])

describe('reasons', () => {
  it.each(reasons.filter((reason) => !notHere.has(reason)))('%s has a sentence', (reason) => {
    expect(words).toHaveProperty(reason)
  })
})

describe('failureOf', () => {
  it.each([
    'Failed to fetch dynamically imported module: http://localhost/assets/reset.js',
    'error loading dynamically imported module: http://localhost/assets/reset.js',
    'Importing a module script failed.',
  ])('takes code that did not come for a cut line: %s', (message) => {
    expect(failureOf(new TypeError(message)).reason).toBe('OFFLINE')
  })
  it('takes any other fault for ours', () => {
    expect(failureOf(new TypeError("Cannot read properties of undefined (reading 'name')")).reason).toBe('INTERNAL')
    expect(failureOf('what?').reason).toBe('INTERNAL')
  })
})
