import { join } from 'node:path'
import { z } from 'zod'
import type { SessionView } from '../shared/views.ts'
import { failureOf } from './failure.ts'
import { jsonFile } from './json-file.ts'
import type { LogIn, OpenStore, Places, SecretStore, Store, StoreUser } from './ports.ts'

const saved = z.object({
  server: z.string(),
  /** Of the last log-in at this store; it opens nothing. */
  device: z.string().optional(),
  user: z
    .object({
      ...{ id: z.string(), name: z.string(), email: z.string() },
      // Files from before roles were kept have none; the store says it at the next look.
      role: z.enum(['player', 'publisher', 'admin']).default('player'),
    })
    .nullable(),
})

/** Who is logged in, where. */
export interface Session {
  view(): SessionView
  /** The account of the moment, to keep accounts apart on one computer; null before log-in. */
  account(): { server: string; user: StoreUser } | null
  /** The store of the moment. */
  store(): Store
  /** Picks up what an earlier run left; asks nobody. */
  start(): Promise<void>
  /** Whether the store still knows this log-in; one that it knows no more ends. Offline counts as yes. */
  check(): Promise<void>
  login(input: { server: string; email: string; password: string; code?: string }): Promise<void>
  /** Ends a registration by the mailed code, and logs in. The password is wanted where several people registered the address. */
  confirmEmail(input: { server: string; email: string; code: string; password?: string }): Promise<void>
  resendCode(input: { server: string; email: string }): Promise<void>
  /** Which store the log-in screen is for. Does nothing while someone is logged in. */
  chooseServer(chosen: string): Promise<void>
  logout(): Promise<void>
}

/** The token lives in the secret store only; server and name in a file, so that the library can be shown offline. */
export function createSession(deps: {
  places: Places
  secrets: SecretStore
  openStore: OpenStore
  defaultServer: string
  changed: () => void
}): Session {
  const { secrets, openStore, changed } = deps
  const file = jsonFile(join(deps.places.data, 'session.json'), saved)
  let server = deps.defaultServer
  let user: StoreUser | null = null
  let device: string | undefined
  let store = openStore(server, null)

  const signedOut = async (): Promise<void> => {
    user = null
    store = openStore(server, null)
    try {
      await secrets.clear()
      await file.write({ server, device, user: null })
    } finally {
      changed()
    }
  }
  const enter = async (
    chosen: string,
    { token, device: given, user: { id, name, email, role } }: LogIn,
  ): Promise<void> => {
    // On the disk first: a log-in that this computer can't keep is none, and its token goes.
    try {
      await secrets.write(token)
      await file.write({ server: chosen, device: given, user: { id, name, email, role } })
    } catch (error) {
      await secrets.clear().catch(() => {})
      await openStore(chosen, token)
        .logout()
        .catch(() => {})
      throw error
    }
    server = chosen
    device = given
    user = { id, name, email, role }
    store = openStore(server, token)
    changed()
  }
  return {
    view: () =>
      user
        ? {
            status: 'signedIn',
            server,
            kept: secrets.keeps,
            user: { name: user.name, email: user.email, role: user.role },
          }
        : { status: 'signedOut', server },
    account: () => user && { server, user },
    store: () => store,
    async start() {
      const left = await file.read()
      const token = await secrets.read()
      if (left) {
        server = left.server
        device = left.device
      }
      if (left?.user && token) user = left.user
      store = openStore(server, user ? token : null)
    },
    async check() {
      if (!user) return
      try {
        const { id, name, email, role } = await store.me()
        user = { id, name, email, role }
        changed()
      } catch (error) {
        if (failureOf(error).reason !== 'NOT_SIGNED_IN') return
        // It is over whether this computer can write that down or not.
        await signedOut().catch(() => {})
      }
    },
    login: async ({ server: chosen, ...input }) => {
      const known = chosen === server && device !== undefined ? { device } : {}
      await enter(chosen, await openStore(chosen, null).login({ ...input, ...known }))
    },
    confirmEmail: async ({ server: chosen, ...input }) =>
      enter(chosen, await openStore(chosen, null).confirmEmail(input)),
    resendCode: ({ server: chosen, email }) => openStore(chosen, null).resendCode(email),
    async chooseServer(chosen) {
      if (user) return
      if (chosen !== server) device = undefined
      server = chosen
      store = openStore(server, null)
      await file.write({ server, device, user: null })
      changed()
    },
    async logout() {
      // Offline too: what counts here is that this computer forgets.
      await store.logout().catch(() => {})
      await signedOut()
    },
  }
}
