import { buildPerson } from '../../packages/db/src/factories.ts'
import { mailboxOf } from './mailbox.ts'
import { askStore } from './programs.ts'

export interface Person {
  id: string
  email: string
  password: string
  token: string
  /** Does something in the store as this person, as a script would. */
  call<Answer>(path: string, input: unknown): Promise<Answer>
  /** What the store answers this person. */
  read<Answer>(path: string, input?: unknown): Promise<Answer>
}

/** Registers somebody new by the same road as everybody: code by mail and all. */
export async function newPerson(store: string, locale: 'en' | 'ru' = 'en', name = 'Ann'): Promise<Person> {
  const { email } = buildPerson()
  const password = 'a kettle on a slow fire'
  await askStore(store, 'auth.register', { input: { name, email, password, locale } })
  const code = await mailboxOf(store, email).nextCode()
  const answer = await askStore<LoggedIn>(store, 'auth.emailConfirmation', { input: { email, code } })
  return personOf(store, answer, { email, password })
}

/** Logs in somebody who is there already. */
export async function logIn(store: string, email: string, password: string): Promise<Person> {
  const answer = await askStore<LoggedIn>(store, 'auth.login', { input: { email, password } })
  return personOf(store, answer, { email, password })
}

type LoggedIn = { token: string; user: { id: string } }

function personOf(store: string, { token, user }: LoggedIn, known: Pick<Person, 'email' | 'password'>): Person {
  const person: Person = {
    ...known,
    id: user.id,
    token,
    call: (path, input) => askStore(store, path, { input, token: person.token }),
    read: (path, input = {}) => askStore(store, path, { input, token: person.token, query: true }),
  }
  return person
}

/** Puts money into somebody's wallet, by the sandbox's page as a script would pay there. */
export async function fillWallet(person: Person, amount: number): Promise<void> {
  const { url } = await person.call<{ url: string }>('payments.topUp', { amount, idempotencyKey: crypto.randomUUID() })
  const headers = { 'content-type': 'application/json' }
  await fetch(url, { method: 'POST', headers, body: JSON.stringify({ outcome: 'paid' }) })
}

/** Buys a game from the wallet. */
export async function buyFromWallet(person: Person, gameId: string): Promise<void> {
  await person.call('payments.buy', { gameId, method: 'wallet', idempotencyKey: crypto.randomUUID() })
}
