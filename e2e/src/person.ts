import { mailedCode } from './programs.ts'

export interface Person {
  email: string
  password: string
  token: string
  /** One call of the API as this person, as a script would make it. */
  call<Answer>(path: string, input: unknown): Promise<Answer>
}

/** Calls a mutation over HTTP; a failure throws its reason. */
async function post<Answer>(store: string, path: string, input: unknown, token?: string): Promise<Answer> {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
  const response = await fetch(`${store}/trpc/${path}`, { method: 'POST', headers, body: JSON.stringify(input) })
  const body = (await response.json()) as {
    result: { data: Answer }
    error?: { message: string; data: { reason: string } }
  }
  if (body.error) throw new Error(`${path}: ${body.error.data.reason}: ${body.error.message}`)
  return body.result.data
}

/** Registers somebody new by the same road as everybody: code by mail and all. */
export async function newPerson(store: string, locale: 'en' | 'ru' = 'en', name = 'Ann'): Promise<Person> {
  const email = `person-${crypto.randomUUID()}@kettle.test`
  const password = 'a kettle on a slow fire'
  await post(store, 'auth.register', { name, email, password, locale })
  const code = await mailedCode(store, email)
  const { token } = await post<{ token: string }>(store, 'auth.emailConfirmation', { email, code })
  return { email, password, token, call: (path, input) => post(store, path, input, token) }
}

/** Logs in somebody who is there already. */
export async function logIn(store: string, email: string, password: string): Promise<Person> {
  const { token } = await post<{ token: string }>(store, 'auth.login', { email, password })
  return { email, password, token, call: (path, input) => post(store, path, input, token) }
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
