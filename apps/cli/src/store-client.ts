import type { AppRouter } from '@kettle/api/client'
import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client'

export type Store = TRPCClient<AppRouter>

/** A caller of one store. `token` is absent before log-in. */
export function storeClient(server: string, token?: string): Store {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({ url: new URL('/trpc', server).href, headers: token ? { authorization: `Bearer ${token}` } : {} }),
    ],
  })
}
