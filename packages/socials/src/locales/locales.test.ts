import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Words = { [key: string]: string | Words }

const root = new URL('../../../../', import.meta.url)
const read = (path: string): Words => JSON.parse(readFileSync(new URL(path, root), 'utf8'))

/** The English words of the whole house; each file's Russian ones lie beside it. */
const files = [
  ...['packages/socials/src/locales/en', 'apps/web/src/locales/en'].flatMap((folder) =>
    readdirSync(new URL(folder, root)).map((file) => `${folder}/${file}`),
  ),
  'apps/desktop/src/renderer/locales/en.json',
]

/** Every sentence by its key; the forms of a plural under one key, since languages have different ones. */
function sentences(words: Words, prefix = ''): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [name, value] of Object.entries(words)) {
    if (typeof value === 'string') {
      const key = prefix + name.replace(/_(one|few|many|other)$/, '')
      found.set(key, [...(found.get(key) ?? []), value])
    } else {
      for (const [key, forms] of sentences(value, `${prefix}${name}.`)) found.set(key, forms)
    }
  }
  return found
}

const placeholders = (forms: string[]) =>
  [...new Set(forms.flatMap((form) => form.match(/\{\{\w+\}\}/g) ?? []))].toSorted()

describe.each(files)('%s', (file) => {
  const en = sentences(read(file))
  const ru = sentences(read(file.replace(/\ben\b/, 'ru')))
  it('says the same things in both languages', () => {
    expect([...ru.keys()].toSorted()).toEqual([...en.keys()].toSorted())
  })
  it('fills in the same values in both languages', () => {
    for (const [key, forms] of en) expect(placeholders(ru.get(key) ?? []), key).toEqual(placeholders(forms))
  })
  it('has all four forms of each Russian plural', () => {
    const counted = [...en].filter(([, forms]) => forms.length > 1).map(([key]) => key)
    for (const key of counted) expect(ru.get(key), key).toHaveLength(4)
  })
})
