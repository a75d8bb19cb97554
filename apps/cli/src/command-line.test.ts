import { expect, test } from 'vitest'
import { readCommandLine } from './command-line.ts'

test('a push is read whole', () => {
  expect(readCommandLine('push out --game tea --platform linux --version 1.2.0 --channel beta'.split(' '))).toEqual({
    name: 'push',
    dir: 'out',
    game: 'tea',
    platform: 'linux',
    version: '1.2.0',
    channel: 'beta',
    anyway: false,
  })
  const words = [
    'push',
    'out',
    '--game',
    'tea',
    '--platform',
    'any',
    '--version',
    '1',
    '--notes',
    'Двери больше не скрипят',
  ]
  expect(readCommandLine(words)).toMatchObject({ notes: 'Двери больше не скрипят' })
})

test.each([
  ['push', 'Which folder?'],
  ['push out', 'Which game?'],
  ['push out --game tea --platform amiga --version 1', '--platform is one of any, windows, linux, macos'],
  ['push out --game tea --platform any --version 1 --notes x --notes-file y', 'not by both'],
  ['promote b1 --channel gold', '--channel is one of stable, beta'],
  ['cancel', 'Which upload?'],
  ['uploads tea', 'What is "tea" for?'],
  ['brew', 'There is no command "brew"'],
  ['login --sugar', 'sugar'],
  ['builds tea coffee', 'What is "coffee" for?'],
])('%s is refused with a question', (line, message) => {
  expect(() => readCommandLine(line.split(' '))).toThrow(message)
})

test('no command is a call for help', () => {
  expect(readCommandLine([])).toEqual({ name: 'help' })
  expect(readCommandLine(['push', '--help'])).toEqual({ name: 'help' })
})
