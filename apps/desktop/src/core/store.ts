import type { AppRouter } from '@kettle/api/client'
import { createTRPCClient, getUntypedClient, httpLink, type Operation } from '@trpc/client'
import { fail } from './failure.ts'
import { peopleStore } from './people/people-store.ts'
import { readStream } from './people/read-stream.ts'
import type { LogIn, OpenStore, StoreUser } from './ports.ts'

const PICTURE_BYTES = 4 << 20
const TIMEOUT_MS = 15_000

/** A store over HTTP. `language` is that of its texts. */
export function httpStore(language: () => string): OpenStore {
  return (server, token) => {
    const timed: typeof fetch = (input, init) => {
      const limit = AbortSignal.timeout(TIMEOUT_MS)
      return fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, limit]) : limit })
    }
    const headers = () => ({ 'accept-language': language(), ...(token ? { authorization: `Bearer ${token}` } : {}) })
    const client = createTRPCClient<AppRouter>({
      links: [
        httpLink({ url: `${server}/trpc`, fetch: timed, headers: ({ op }) => ({ ...headers(), ...deviceOf(op) }) }),
      ],
    })
    const untyped = getUntypedClient(client)
    return {
      login: async ({ device, ...input }) => withToken(await client.auth.login.mutate(input, { context: { device } })),
      confirmEmail: async (input) => withToken(await client.auth.emailConfirmation.mutate(input)),
      async resendCode(email) {
        await client.auth.resendCode.mutate({ email })
      },
      async me() {
        const user = await client.auth.me.query()
        if (!user) throw fail('NOT_SIGNED_IN', 'The store does not know this log-in any more')
        return user
      },
      async logout() {
        await client.auth.logout.mutate()
      },
      library: () => client.library.list.query(),
      download: (gameId, platform, channel) => client.storage.download.mutate({ gameId, platform, channel }),
      changelog: async (gameId, platform, channel) =>
        (await client.library.changelog.query({ gameId, platform, channel })).items,
      startPlaying: (gameId) => client.library.startPlaying.mutate({ gameId }),
      async heartbeat(playSessionId) {
        await client.library.heartbeat.mutate({ playSessionId })
      },
      async stopPlaying(playSessionId) {
        await client.library.stopPlaying.mutate({ playSessionId })
      },
      async picture(path) {
        const answer = await timed(new URL(path, server))
        const type = answer.headers.get('content-type') ?? ''
        if (!answer.ok || !type.startsWith('image/')) throw new Error(`${path}: ${answer.status} ${type}`)
        const bytes = new Uint8Array(await answer.arrayBuffer())
        if (bytes.length > PICTURE_BYTES) throw new Error(`${path} has ${bytes.length} bytes`)
        return { bytes, type }
      },
      query: (path, input) => untyped.query(path, input),
      mutate: (path, input) => untyped.mutation(path, input),
      people: peopleStore(client.socials, readStream(server, headers)),
    }
  }
}

/** Shows the store that this launcher has logged in there before. */
function deviceOf({ context }: Pick<Operation, 'context'>): Record<string, string> {
  return typeof context.device === 'string' ? { 'x-kettle-device': context.device } : {}
}

/** Browsers get a cookie in place of the token; the launcher is none. */
function withToken({ token, deviceToken, user }: { token?: string; deviceToken?: string; user: StoreUser }): LogIn {
  if (!token) throw new Error('The store gave no token')
  return deviceToken === undefined ? { token, user } : { token, device: deviceToken, user }
}
