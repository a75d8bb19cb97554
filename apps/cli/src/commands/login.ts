import { misuse } from '../failure.ts'
import { readSession, writeSession } from '../session.ts'
import { storeClient } from '../store-client.ts'
import type { Terminal } from '../terminal.ts'

/** Logs in to a store, by password or by a token made elsewhere, and keeps the log-in. */
export async function login(terminal: Terminal, options: { server?: string; token?: string }): Promise<void> {
  const { env } = terminal
  const server = storeAddress(
    options.server ?? env.KETTLE_SERVER ?? (await readSession(env))?.server ?? 'http://localhost:3000',
  )
  if (options.token) {
    const user = await storeClient(server, options.token).auth.me.query()
    if (!user) throw misuse(`${server} does not know this token`)
    return keep(terminal, { server, token: options.token, user })
  }
  const email = env.KETTLE_EMAIL || (await terminal.ask(`E-mail for ${server}: `))
  const password = env.KETTLE_PASSWORD || (await terminal.ask('Password: ', { hidden: true }))
  const { token, user } = await storeClient(server).auth.login.mutate({ email, password })
  if (!token) throw new Error('The store gave no token')
  await keep(terminal, { server, token, user })
}

async function keep(
  { env, print }: Terminal,
  { server, token, user }: { server: string; token: string; user: { email: string; name: string } },
): Promise<void> {
  await writeSession(env, { server, token, email: user.email })
  print(`Logged in to ${server} as ${user.name} <${user.email}>`)
}

function storeAddress(text: string): string {
  const url = URL.parse(text.includes('://') ? text : `https://${text}`)
  if (!url || !['http:', 'https:'].includes(url.protocol)) throw misuse(`"${text}" is not the address of a store`)
  return url.origin
}
