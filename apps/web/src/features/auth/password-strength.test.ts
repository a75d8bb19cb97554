import { describe, expect, it } from 'vitest'
import { passwordStrength } from './password-strength.ts'

describe('passwordStrength', () => {
  it.each([
    ['kettle', 'TOO_SHORT'],
    ['1234567', 'TOO_SHORT'],
    ['password', 'TOO_COMMON'],
    ['PassWord', 'TOO_COMMON'],
    ['qwerty123', 'TOO_COMMON'],
    ['x'.repeat(129), 'TOO_LONG'],
  ])('names the rule that %s breaks', (password, rule) => {
    expect(passwordStrength(password).failed).toBe(rule)
  })

  it('breaks no rule at 8 and at 128 characters', () => {
    expect(passwordStrength('zk4-owl!').failed).toBeUndefined()
    expect(passwordStrength('zk4-owl!'.repeat(16)).failed).toBeUndefined()
  })

  it('finds phrases strong in both languages', () => {
    expect(passwordStrength('a kettle on a slow fire').score).toBe(4)
    expect(passwordStrength('чайник на медленном огне').score).toBe(4)
  })

  it('finds keyboard rows, repeats and too short ones weak', () => {
    expect(passwordStrength('qwertyuiop').score).toBeLessThan(2)
    expect(passwordStrength('aaaaaaaaaaaa').score).toBeLessThan(2)
    expect(passwordStrength('J7$xq2!').score).toBeLessThan(2)
  })

  it('counts what is known of its owner against it', () => {
    const about = ['Wilhelmina Orlova', 'w.orlova@kettle.example']
    expect(passwordStrength('wilhelmina-orlova', about).score).toBeLessThan(passwordStrength('wilhelmina-orlova').score)
  })

  it('bears passwords of any length and script', () => {
    for (const password of ['', '👩‍🚀'.repeat(40), 'a1!'.repeat(50_000), '\u0000\u202e'])
      expect(passwordStrength(password).score).toBeGreaterThanOrEqual(0)
  })
})
