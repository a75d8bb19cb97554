import { router, signedIn } from '../trpc.ts'
import { getLibraryItem, listLibrary } from './list.ts'
import { heartbeat, startPlaying, stopPlaying } from './playtime.ts'
import { gameIdInput, playSessionInput } from './schema.ts'

export const libraryRouter = router({
  list: signedIn.query(({ ctx }) => listLibrary(ctx, ctx.user)),
  get: signedIn.input(gameIdInput).query(({ ctx, input }) => getLibraryItem(ctx, ctx.user, input.gameId)),
  startPlaying: signedIn
    .input(gameIdInput)
    .mutation(({ ctx, input }) => startPlaying(ctx.deps, ctx.user.id, input.gameId)),
  heartbeat: signedIn
    .input(playSessionInput)
    .mutation(({ ctx, input }) => heartbeat(ctx.deps, ctx.user.id, input.playSessionId)),
  stopPlaying: signedIn
    .input(playSessionInput)
    .mutation(({ ctx, input }) => stopPlaying(ctx.deps, ctx.user.id, input.playSessionId)),
})
