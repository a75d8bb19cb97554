import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { appRouter } from './router.ts'

const docs = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8')
const procedures = Object.keys(appRouter._def.procedures)
const domains = [...new Set(procedures.map((path) => path.split('.')[0]))].join('|')

test('docs/api.md tells of every procedure, and of none that is not there', () => {
  const told = new Set(docs.match(new RegExp(`(?<=\`)(${domains})\\.\\w+`, 'gu')))
  expect([...told].filter((path) => !procedures.includes(path))).toEqual([])
  // After a publisher's first one the domain is not repeated.
  const untold = procedures.filter((path) => !told.has(path) && !docs.includes(`\`${path.split('.')[1]}`))
  expect(untold).toEqual([])
})
