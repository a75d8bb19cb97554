import { describe, expect, it } from 'vitest'
import { isOnlyEmoji, messageParts } from './message-parts.ts'

const links = (text: string) => messageParts(text).filter((part) => part.kind === 'link')
const whole = (text: string) =>
  messageParts(text)
    .map((part) => (part.kind === 'text' ? part.text : `[${part.host}${part.rest}]`))
    .join('')

describe('links in messages', () => {
  it('are found within a sentence, without its punctuation', () => {
    expect(whole('Смотри: https://kettle.test/game/tram, и http://a.test.')).toBe(
      'Смотри: [kettle.test/game/tram], и [a.test].',
    )
    expect(whole('(https://a.test/b_(c))')).toBe('([a.test/b_(c)])')
    expect(whole('«https://a.test»')).toBe('«[a.test]»')
  })

  it('are only http and https', () => {
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'kettle://install/1',
      'ftp://a.test',
    ])
      expect(links(text)).toEqual([])
    // The part of such a text that is an address of its own may be a link, and then leads just there.
    expect(links('javascript:location="https://a.test"').map((link) => link.href)).toEqual(['https://a.test/'])
  })

  it('show the host that is really asked', () => {
    expect(links('https://kettle.test@evil.test/login')[0]).toMatchObject({
      host: 'evil.test',
      rest: '/login',
      href: 'https://evil.test/login',
    })
    expect(links('https://кеттл.рф/игра')[0]).toMatchObject({
      host: expect.stringMatching(/^xn--[\w]+\.xn--p1ai$/u),
      rest: '/игра',
    })
  })

  it('show no turned or unseen letters, and not too many', () => {
    expect(links('https://a.test/%E2%80%AEgpj.exe')[0]?.rest).toBe('/gpj.exe')
    expect(links(`https://a.test/${'x'.repeat(500)}`)[0]?.rest).toHaveLength(61)
    expect(links('https://a.test/%zz')[0]?.rest).toBe('/%zz')
  })

  it('that are none stay text, and nothing is lost', () => {
    expect(whole('https:// и http://?')).toBe('https:// и http://?')
    expect(whole('a < b <script>x</script>')).toBe('a < b <script>x</script>')
    expect(messageParts('')).toEqual([])
  })
})

describe('a message of emoji alone', () => {
  it.each(['👍', '❤️', '👨‍👩‍👧', '🇷🇺', '👍🏽 🎉', '1️⃣'])('%s is one', (text) => expect(isOnlyEmoji(text)).toBe(true))
  it.each(['', 'ура 🎉', '1', '7', '#', '👍👍👍👍👍👍👍', '©x'])('%s is none', (text) =>
    expect(isOnlyEmoji(text)).toBe(false),
  )
})
