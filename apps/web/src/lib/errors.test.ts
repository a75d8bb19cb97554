import { readFileSync } from 'node:fs'
import { reasons } from '@kettle/api/client'
import { describe, expect, it } from 'vitest'

const words = JSON.parse(readFileSync(new URL('../locales/en/common.json', import.meta.url), 'utf8'))
/** Reasons that only publishers and launchers meet. */
const notOnTheWeb = new Set(['INVALID_BUILD', 'SLUG_TAKEN', 'UPLOAD_CLOSED', 'VERSION_TAKEN'])

describe('reasons', () => {
  it.each(reasons.filter((reason) => !notOnTheWeb.has(reason)))('%s has a sentence', (reason) => {
    expect(words.errors).toHaveProperty(reason)
  })
})
