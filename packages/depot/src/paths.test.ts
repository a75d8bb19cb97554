import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkTree, pathProblem, type TreeEntry } from './paths.ts'

const file = (path: string): TreeEntry => ({ kind: 'file', path })
const link = (path: string, target: string): TreeEntry => ({ kind: 'link', path, target })

it.each([
  'game.exe',
  'data/levels/1.dat',
  'данные/уровень 1.dat',
  'a..b/c',
  '..a',
  'console.txt',
  'com10',
  'nulls',
  '.hidden',
  'kettle/x',
])('allows %j', (path) => expect(pathProblem(path)).toBeNull())

it.each([
  '',
  '/etc/passwd',
  '..',
  '../x',
  'a/../../x',
  'a/./b',
  'a//b',
  'a/',
  'a\\b',
  'C:/x',
  'C:x',
  'a:stream',
  '\\\\host\\share',
  'a\0b',
  'a\nb',
  'nul',
  'NUL.txt',
  'dir/com1.log',
  'COM¹',
  'aux',
  'LPT9.a.b',
  'conin$',
  'dot.',
  'space ',
  'dot./x',
  'wh?t',
  '.kettle/journal',
  '.KETTLE',
  `${'x'.repeat(256)}`,
  `${'long/'.repeat(250)}x`,
  'lone\ud800',
  'not utf8 \ufffd',
])('refuses %j', (path) => expect(pathProblem(path)).not.toBeNull())

it('refuses two names that are one on some system', () => {
  expect(() => checkTree([file('Readme'), file('readme')])).toThrow('differ only in case')
  expect(() => checkTree([file('Data/a'), file('data/b')])).toThrow('differ only in case')
  expect(() => checkTree([file('caf\u00e9'), file('cafe\u0301')])).toThrow('differ only in case')
  expect(() => checkTree([file('a'), file('a')])).toThrow('listed twice')
})

it('refuses a file that is a folder too, in either order', () => {
  expect(() => checkTree([file('a'), file('a/b')])).toThrow('below')
  expect(() => checkTree([file('a/b'), file('a')])).toThrow('folder too')
  expect(() => checkTree([link('a', 'b'), file('a/x')])).toThrow('below')
  expect(() => checkTree([{ kind: 'dir', path: 'a' }, file('a/x')])).not.toThrow()
})

it.each([
  ['x', '/etc/passwd'],
  ['x', '..'],
  ['x', '../y'],
  ['a/x', '../../y'],
  ['x', ''],
  ['x', 'C:\\y'],
  ['x', '.kettle/journal'],
])('refuses the link %j -> %j', (path, target) => expect(() => checkTree([link(path, target)])).toThrow())

it('follows links through links: what looks inside may lead out', () => {
  expect(() => checkTree([link('a/b/up', '../..'), link('a/b/out', 'up/../x')])).toThrow('out of the build')
  expect(() => checkTree([link('a/b/up', '../..'), link('a/b/in', 'up/x')])).not.toThrow()
  expect(() => checkTree([link('a', 'b'), link('b', 'a')])).toThrow('never ends')
})

it('never lets a path out of the folder, whatever it is made of', () => {
  const part = fc.oneof(
    fc.constantFrom('..', '.', '', '\\', '/', 'C:', 'nul', '~', ' ', '\0'),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), fc.constantFrom('/', '\\', ''), (parts, joiner) => {
      const path = parts.join(joiner)
      if (pathProblem(path) !== null) return
      expect(path.split('/').every((name) => name !== '' && name !== '.' && name !== '..')).toBe(true)
      expect(path).not.toMatch(/[\\:\0]/)
    }),
    { numRuns: 2000 },
  )
})

/** Follows a link part by part, as the system does and without remembering anything: slow, and plainly right. */
function leadsOut(links: ReadonlyMap<string, string>, path: string): 'out' | 'endless' | 'in' {
  const at = path.split('/').slice(0, -1)
  const todo = (links.get(path) ?? '').split('/').reverse()
  let followed = 0
  for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
    if (name === '.' || name === '') continue
    if (name === '..') {
      if (at.pop() === undefined) return 'out'
      continue
    }
    const next = links.get([...at, name].join('/'))
    if (next === undefined) at.push(name)
    else if (++followed > 40) return 'endless'
    else todo.push(...next.split('/').reverse())
  }
  return 'in'
}

it('judges links as a system follows them, whatever they are made of', () => {
  const folder = fc.constantFrom('', 'a/', 'a/b/', 'b/')
  const name = fc.constantFrom('x', 'y', 'z')
  const target = fc
    .array(fc.constantFrom('..', 'a', 'b', 'x', 'y', 'z', '.'), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join('/'))
  let refused = 0
  fc.assert(
    fc.property(fc.array(fc.tuple(folder, name, target), { minLength: 1, maxLength: 8 }), (made) => {
      const links = new Map(made.map(([inside, called, to]) => [`${inside}${called}`, to]))
      const right = [...links.keys()].every((path) => leadsOut(links, path) === 'in')
      const check = (): void => checkTree([...links].map(([path, to]) => link(path, to)))
      if (right) expect(check).not.toThrow()
      else {
        refused++
        expect(check).toThrow(/out of the build|never ends/)
      }
    }),
    { numRuns: 3000 },
  )
  expect(refused).toBeGreaterThan(100)
})

it('takes no longer for links through links than for the same text without them', () => {
  // Each link goes two hundred folders down and up again before it comes to the next of a chain as long as a system follows.
  const walk = `${'d/'.repeat(200)}${'../'.repeat(200)}`
  const chains = Array.from({ length: 1_000 }, (_, at) => link(`l${at}`, at % 40 === 0 ? 'x' : `${walk}l${at - 1}`))
  expect(() => checkTree(chains)).not.toThrow()
  expect(() => checkTree([...chains, link('m', 'l39'), link('n', 'm')])).toThrow('never ends')
  expect(() => checkTree(Array.from({ length: 9_999 }, (_, at) => link(`c${at}`, `c${at + 1}`)))).toThrow('never ends')
})

it('bounds how many links there are, and how long all their targets', () => {
  const many = (count: number, target: string) => Array.from({ length: count }, (_, at) => link(`l${at}`, target))
  expect(() => checkTree(many(10_000, 'x'))).not.toThrow()
  expect(() => checkTree(many(10_001, 'x'))).toThrow('10001 links')
  expect(() => checkTree(many(2_000, 'x'.repeat(600)))).toThrow('targets of all links')
})
