import { expect, test } from 'vitest'
import { accountOf } from './account.ts'
import { draftTo } from './drafts.ts'

const of = (email: string, server = 'http://store.test') =>
  accountOf({ status: 'signedIn', server, user: { name: 'Anna', email, role: 'player' }, kept: true })

test('a draft waits for who began it, and for nobody else at this computer', () => {
  draftTo(of('anna@kettle.test'), 'vera').write('about Boris…')
  expect(draftTo(of('anna@kettle.test'), 'vera').read()).toBe('about Boris…')
  expect(draftTo(of('anna@kettle.test'), 'oleg').read()).toBe('')
  expect(draftTo(of('boris@kettle.test'), 'vera').read()).toBe('')
  expect(draftTo(of('anna@kettle.test', 'http://other.test'), 'vera').read()).toBe('')
  expect(draftTo(accountOf({ status: 'signedOut', server: 'http://store.test' }), 'vera').read()).toBe('')
})
