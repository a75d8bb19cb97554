import { expect, it } from 'vitest'
import { makeCaller } from './testing/index.ts'
import { newMember } from './testing/member.ts'
import { useStore } from './testing/use-database.ts'

const store = useStore()

it('writes down log-ins, refusals and changes with address and user, and nothing that was said', async () => {
  const member = await newMember(store.deps)
  const { email, password, user } = member
  const lines: [facts: object, message: string][] = []
  const log = { info: write, warn: write, error: write }
  function write(facts: object, message: string): void {
    lines.push([facts, message])
  }
  const deps = { ...store.deps, log }
  const ip = '198.51.100.7'
  const guest = await makeCaller(deps, { ip })
  await guest.auth.login({ email, password: 'a wrong guess' }).catch(() => {})
  await guest.auth.login({ email: 'nobody@kettle.test', password: 'a wrong guess' }).catch(() => {})
  const { token = '' } = await guest.auth.login({ email, password })
  const mine = await makeCaller(deps, { ip, token })
  await mine.socials.reports().catch(() => {})
  await mine.auth.changePassword({ oldPassword: password, newPassword: 'a kettle of another colour' })
  for (let guess = 0; guess < 15; guess++) await guest.auth.login({ email, password: 'a wrong guess' }).catch(() => {})
  const told = lines.map(([facts, message]) => {
    const { path, reason, userId } = facts as Record<string, string>
    expect(facts).toMatchObject({ ip })
    return [message, path, reason, userId]
  })
  expect(told.slice(0, 5)).toEqual([
    ['refused', 'auth.login', 'INVALID_CREDENTIALS', user.id],
    ['refused', 'auth.login', 'INVALID_CREDENTIALS', undefined],
    ['done', 'auth.login', undefined, user.id],
    ['refused', 'socials.reports', 'FORBIDDEN', user.id],
    ['done', 'auth.changePassword', undefined, user.id],
  ])
  expect(
    told.some(([message, path, reason]) => `${message} ${path} ${reason}` === 'refused auth.login RATE_LIMITED'),
  ).toBe(true)
  for (const secret of [email, password, token, 'a wrong guess', 'another colour'])
    expect(JSON.stringify(lines)).not.toContain(secret)
})
