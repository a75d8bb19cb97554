import type { AppRouter } from '@kettle/api/client'
import { QueryClient } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'
import { createTRPCQueryUtils, createTRPCReact } from '@trpc/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { links } from './links.ts'

export type Answers = inferRouterOutputs<AppRouter>

export const trpc = createTRPCReact<AppRouter>()

export const trpcClient = trpc.createClient({ links })

/** Only what may heal by itself is asked again; a refusal stays a refusal. */
function worthRetrying(failures: number, error: unknown): boolean {
  if (failures >= 2 || !(error instanceof TRPCClientError)) return false
  const status: number | undefined = error.data?.httpStatus
  return status === undefined || status >= 500
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: worthRetrying, refetchOnWindowFocus: false, networkMode: 'always' },
    // Without a network a question fails and says so. The default would hold it back in silence and ask later, by itself:
    // nobody should buy a game by coming out of a tunnel.
    mutations: { networkMode: 'always' },
  },
})

/** The same queries outside of React: for route loaders. */
export const queries = createTRPCQueryUtils<AppRouter>({ queryClient, client: trpcClient })
