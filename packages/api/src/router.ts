import { authRouter } from './auth/router.ts'
import { libraryRouter } from './library/router.ts'
import { paymentsRouter } from './payments/router.ts'
import { searchRouter } from './search/router.ts'
import { socialsRouter } from './socials/router.ts'
import { storageRouter } from './storage/router.ts'
import { router } from './trpc.ts'

/** The whole API. */
export const appRouter = router({
  auth: authRouter,
  payments: paymentsRouter,
  library: libraryRouter,
  search: searchRouter,
  socials: socialsRouter,
  storage: storageRouter,
})

export type AppRouter = typeof appRouter
