import { open, router } from '../trpc.ts'
import { findGames } from './find-games.ts'
import { gamePage } from './game-page.ts'
import { gameInput, gamesInput, suggestInput } from './schema.ts'
import { storefront } from './storefront.ts'
import { suggest } from './suggest.ts'

export const searchRouter = router({
  storefront: open.query(({ ctx }) => storefront(ctx)),
  games: open.input(gamesInput).query(({ ctx, input }) => findGames(ctx, input)),
  suggest: open.input(suggestInput).query(({ ctx, input }) => suggest(ctx, input.prefix)),
  game: open.input(gameInput).query(({ ctx, input }) => gamePage(ctx, input.slug)),
})
