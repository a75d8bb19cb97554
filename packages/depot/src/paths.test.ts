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
