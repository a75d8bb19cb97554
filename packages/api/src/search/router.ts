import { open, router } from '../trpc.ts'
import { findGames } from './find-games.ts'
import { gamePage } from './game-page.ts'
import { gameInput, gamesInput, suggestInput } from './schema.ts'
import { storefront } from './storefront.ts'
import { suggest } from './suggest.ts'

/** What costs the database more than a look: guests too ask only so often. */
const searching = open.use(async ({ ctx, next }) => {
  await ctx.deps.limiter.take('searchIp', ctx.ip)
  return next()
})

export const searchRouter = router({
  storefront: open.query(({ ctx }) => storefront(ctx)),
  games: searching.input(gamesInput).query(({ ctx, input }) => findGames(ctx, input)),
  suggest: searching.input(suggestInput).query(({ ctx, input }) => suggest(ctx, input.prefix)),
  game: open.input(gameInput).query(({ ctx, input }) => gamePage(ctx, input.slug)),
})
