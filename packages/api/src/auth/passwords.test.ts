import { describe, expect, it, vi } from 'vitest'
import { createPasswords } from './passwords.ts'

describe('createPasswords', () => {
  it('knows its own hashes, and nobody by no hash', async () => {
    const passwords = createPasswords()
    const hash = await passwords.hash('пароль из слов')
    expect(await passwords.verify(hash, 'пароль из слов')).toBe(true)
    expect(await passwords.verify(hash, 'пароль из слова')).toBe(false)
    for (const none of [null, '', 'none']) expect(await passwords.verify(none, 'nobody has this password')).toBe(false)
  })

  it('takes a letter as the same however the keyboard composes it', async () => {
    const passwords = createPasswords()
    const hash = await passwords.hash('caf\u00e9 кофеи\u0306ня')
    expect(await passwords.verify(hash, 'cafe\u0301 кофе\u0439ня')).toBe(true)
    expect(await passwords.verify(hash, 'cafe кофейня')).toBe(false)
  })

  it('sends away who would wait too long, and serves the rest', async () => {
    const passwords = createPasswords({ atOnce: 1, waitMs: 60 })
    const results = await Promise.allSettled(Array.from({ length: 60 }, () => passwords.hash('a password')))
    const refused = results.filter((result) => result.status === 'rejected')
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.length).toBeLessThan(60)
    expect(new Set(refused.map((result) => result.reason.reason))).toEqual(new Set(['UNAVAILABLE']))
    await expect(passwords.hash('afterwards')).resolves.toContain('$argon2id$')
  })

  it('does three at once as it stands, and lets nobody wait for longer than two seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const passwords = createPasswords()
      const asked = Promise.allSettled(Array.from({ length: 40 }, () => passwords.hash('a password')))
      // Nothing has had the time to end: all but those at work wait, and their time is over now.
      vi.advanceTimersByTime(2_000)
      const results = await asked
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    } finally {
      vi.useRealTimers()
    }
  })
})
