import type { AppRouter } from '@kettle/api/client'
import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client'

/** A caller of one store. `token` is absent before log-in. */
export function storeClient(server: string, token?: string): TRPCClient<AppRouter> {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({ url: new URL('/trpc', server).href, headers: token ? { authorization: `Bearer ${token}` } : {} }),
    ],
  })
}
