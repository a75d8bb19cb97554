import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appHome, appPath, isStorePage } from './app-address.ts'
import { deepLinkIn, parseDeepLink } from './deep-link.ts'

const id = '019a0000-0000-7000-8000-000000000001'

test.each(['install', 'play', 'game'] as const)('kettle://%s/<id> is read', (verb) => {
  const link = { verb, gameId: id }
  expect(parseDeepLink(`kettle://${verb}/${id}`)).toEqual(link)
  // Windows adds the slash, and people shout.
  expect(parseDeepLink(`KETTLE://${verb.toUpperCase()}/${id.toUpperCase()}/`)).toEqual(link)
})

test.each([
  '',
  'kettle:',
  `kettle:install/${id}`,
  `kettle://install/${id}/../../app`,
  `kettle://install/${id}?run=1`,
  `kettle://install/${id}#x`,
  `kettle://install/${id}//`,
  ` kettle://install/${id}`,
  `kettle://install/${id}\n`,
  `kettle://install/${id}\0`,
  `kettle://user@install/${id}`,
  `kettle://install:80/${id}`,
  `kettle://uninstall/${id}`,
  'kettle://install/the-well',
  'kettle://install/00000000-0000-0000-0000-000000000000',
  `kettle://app/index.html`,
  `http://install/${id}`,
  `${appHome}/index.html`,
  `--kettle://install/${id}`,
])('%j is dropped', (text) => {
  expect(parseDeepLink(text)).toBeNull()
})

test('whatever comes, only a verb and an id get through', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
      const link = parseDeepLink(`${before}kettle://play/${id}${after}`)
      expect(link).toEqual(before === '' && ['', '/'].includes(after) ? { verb: 'play', gameId: id } : null)
    }),
  )
})

test('the last link of a command line counts, and an option that looks like one does not', () => {
  const [first, last] = [`kettle://game/${id}`, `kettle://play/${id}`]
  expect(deepLinkIn(['kettle', '--flag', first, 'x', last, '--y'])).toBe(last)
  expect(deepLinkIn(['kettle', `--url=${first}`, '.'])).toBeNull()
})

test('an address of ours is no link, and a link is no address of ours', () => {
  expect(appPath(`${appHome}/assets/a%20b.js?x#y`)).toBe('assets/a b.js')
  const others = [
    `kettle://install/${id}`,
    'kettle://launcher/index.html',
    'kettle-app://install/index.html',
    'file:///etc',
  ]
  for (const other of [...others, `${appHome}/%E0%A4%A`, 'x']) expect(appPath(other)).toBeNull()
})

test('the browser is sent to the store only', () => {
  const server = 'https://store.example'
  expect(isStorePage('https://store.example/register?from=%2F', server)).toBe(true)
  const others = [
    'http://store.example/',
    'https://store.example.evil/',
    'https://store.example@evil/',
    'file:///x',
    'x',
  ]
  for (const other of others) expect(isStorePage(other, server)).toBe(false)
})
