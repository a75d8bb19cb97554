import type { AppRouter } from '@kettle/api/client'
import { QueryClient } from '@tanstack/react-query'
import { httpBatchLink, httpLink, splitLink, TRPCClientError } from '@trpc/client'
import { createTRPCQueryUtils, createTRPCReact } from '@trpc/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { currentLanguage } from './i18n.ts'

export type Answers = inferRouterOutputs<AppRouter>

export const trpc = createTRPCReact<AppRouter>()

const connection = {
  url: '/trpc',
  // The header asks the server for the HttpOnly cookie instead of a token in the body.
  headers: () => ({ 'x-kettle-client': 'web', 'accept-language': currentLanguage() }),
}

export const trpcClient = trpc.createClient({
  links: [
    splitLink({
      // The public reads travel alone, so that the same address is the same answer and caches can keep it.
      condition: ({ type, path }) => type === 'query' && path.startsWith('search.'),
      true: httpLink(connection),
      false: httpBatchLink({ ...connection, maxItems: 10 }),
    }),
  ],
})

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
