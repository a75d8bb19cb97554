import { router, signedIn } from '../trpc.ts'
import { changelog } from './changelog.ts'
import { getLibraryItem, listLibrary } from './list.ts'
import { heartbeat, startPlaying, stopPlaying } from './playtime.ts'
import { changelogInput, gameIdInput, playSessionInput } from './schema.ts'

export const libraryRouter = router({
  list: signedIn.query(({ ctx }) => listLibrary(ctx, ctx.user)),
  get: signedIn.input(gameIdInput).query(({ ctx, input }) => getLibraryItem(ctx, ctx.user, input.gameId)),
  changelog: signedIn.input(changelogInput).query(({ ctx, input }) => changelog(ctx.deps, ctx.user.id, input)),
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
