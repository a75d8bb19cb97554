import { createRouter, type RouterHistory } from '@tanstack/react-router'
import { PageFailed } from './layout/page-failed.tsx'
import { PageMissing } from './layout/page-missing.tsx'
import { PagePending } from './layout/page-pending.tsx'
import { parseSearch, stringifySearch } from './lib/search-params.ts'
import { routeTree } from './routeTree.gen.ts'

/** The store's pages. The host may give a history; without one it is the browser's. */
export function createStoreRouter(history?: RouterHistory) {
  return createRouter({
    routeTree,
    history,
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    // Freshness is react-query's business.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultPendingComponent: PagePending,
    defaultNotFoundComponent: PageMissing,
    defaultErrorComponent: PageFailed,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createStoreRouter>
  }
}
