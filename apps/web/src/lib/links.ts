import type { AppRouter } from '@kettle/api/client'
import { httpBatchLink, httpLink, splitLink, type TRPCLink } from '@trpc/client'
import { currentLanguage } from './i18n.ts'

const connection = {
  url: '/trpc',
  // The header asks the server for the HttpOnly cookie instead of a token in the body.
  headers: () => ({ 'x-kettle-client': 'web', 'accept-language': currentLanguage() }),
}

/** The way from the screens to the store's API. The gallery puts its fixtures in the place of this module. */
export const links: TRPCLink<AppRouter>[] = [
  splitLink({
    // The public reads travel alone, so that the same address is the same answer and caches can keep it.
    condition: ({ type, path }) => type === 'query' && path.startsWith('search.'),
    true: httpLink(connection),
    false: httpBatchLink({ ...connection, maxItems: 10 }),
  }),
]
