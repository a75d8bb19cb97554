import { describe, expect, it } from 'vitest'
import { isOnlyEmoji, linkLength, messageParts } from './message-parts.ts'

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

  it.each<[string, (length: number) => string]>([
    ['closing brackets', (length) => `http://${')'.repeat(length)}`],
    ['brackets and dots', (length) => `http://a${'.)'.repeat(length)}`],
    ['opened and closed ones', (length) => `http://a${'('.repeat(length)}${').'.repeat(length)}`],
    ['dots', (length) => `http://${'.'.repeat(length)}x`],
    ['dots with an end that is none', (length) => `http://a${'.'.repeat(length)}/${'_'.repeat(length)}`],
    ['addresses', (length) => 'http://'.repeat(length)],
  ])('of nothing but %s are looked at twice at most, however many', (_what, text) => {
    for (const length of [10, 1_000, 20_000]) {
      let looks = 0
      linkLength(text(length), () => looks++)
      expect(looks).toBeLessThanOrEqual(2 * text(length).length + 1)
    }
  })

  it('end where a slow reading of the same rule ends them', () => {
    const slow = (raw: string): string => {
      const shorter = raw.replace(/[.,:;!?…»”’*_]+$/u, '')
      const next =
        shorter.endsWith(')') && shorter.split('(').length < shorter.split(')').length ? shorter.slice(0, -1) : shorter
      return next === raw ? raw : slow(next)
    }
    const signs = ['a', '.', ')', '(', '_', '/']
    for (let number = 0; number < signs.length ** 5; number++) {
      const tail = [0, 1, 2, 3, 4]
        .map((place) => signs[Math.floor(number / signs.length ** place) % signs.length])
        .join('')
      const raw = `http://x${tail}`
      expect(raw.slice(0, linkLength(raw))).toBe(slow(raw))
    }
  })

  it('that nobody would have meant are text', () => {
    for (const raw of [
      `https://${'я'.repeat(301)}.рф/`,
      `https://a.test/${'x'.repeat(2000)}`,
      `https://${'a@'.repeat(500)}b.test`,
    ])
      expect(messageParts(raw)).toEqual([{ kind: 'text', text: raw }])
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
