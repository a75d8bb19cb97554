import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './programs.ts'

export type Language = 'en' | 'ru'

/** The languages that a story is told in: one of them, and both in `npm run test:all`. */
export const storyLanguages = (language: Language): readonly Language[] =>
  process.env.KETTLE_TESTS === 'all' ? ['ru', 'en'] : [language]

type Tree = { [key: string]: string | Tree }

const read = (...path: string[]) => JSON.parse(readFileSync(join(root, ...path), 'utf8')) as Tree

/**
 * What the screens say, from the very files that they say it from: `web('auth.login.submit')`, `launcher('game.install')`,
 * `socials('people.deleted')`.
 */
export function wordsIn(language: Language) {
  const files = new Map<string, Tree>()
  const find = (tree: Tree, path: string[], name: string): string => {
    const found = path.reduce<string | Tree | undefined>(
      (at, key) => (typeof at === 'object' ? at[key] : undefined),
      tree,
    )
    if (typeof found !== 'string') throw new Error(`no screen says ${name} in ${language}`)
    return found
  }
  const fill = (text: string, values: Record<string, string>) =>
    text.replace(/\{\{(\w+)\}\}/gu, (_, key) => values[key] ?? '')
  const say = (folder: string, name: string, values: Record<string, string>) => {
    const [file = '', ...path] = name.split('.')
    if (!files.has(file)) files.set(file, read(folder, language, `${file}.json`))
    return fill(find(files.get(file) ?? {}, path, name), values)
  }
  const shared = 'packages/socials/src/locales'
  return {
    web(name: string, values: Record<string, string> = {}) {
      return say(/^(messages|people|reviews)\./u.test(name) ? shared : 'apps/web/src/locales', name, values)
    },
    /** What web and launcher both say. */
    socials(name: string, values: Record<string, string> = {}) {
      return say(shared, name, values)
    },
    launcher(name: string, values: Record<string, string> = {}) {
      return fill(find(read('apps/desktop/src/renderer/locales', `${language}.json`), name.split('.'), name), values)
    },
  }
}
