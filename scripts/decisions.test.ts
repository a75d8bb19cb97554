import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const folder = fileURLToPath(new URL('../docs/decisions/', import.meta.url))

it('lists each decision by its heading, and each has a number of its own', () => {
  const files = readdirSync(folder).filter((name) => /^\d/u.test(name))
  const lines = files.map((name) => {
    const title = readFileSync(`${folder}${name}`, 'utf8').split('\n', 1)[0]?.replace(/^# /u, '') ?? ''
    expect(title, name).toMatch(new RegExp(`^${name.slice(0, 4)}: `, 'u'))
    return `- [${title}](${name})`
  })
  expect(new Set(files.map((name) => name.slice(0, 4))).size).toBe(files.length)
  const index = readFileSync(`${folder}README.md`, 'utf8').split('\n')
  expect(index.filter((line) => line.startsWith('- '))).toEqual(lines.toSorted())
})
