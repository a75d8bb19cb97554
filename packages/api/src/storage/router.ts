import { publisher, router, signedIn } from '../trpc.ts'
import { cancelUpload } from './cancel-upload.ts'
import { createUpload, resumeUpload } from './create-upload.ts'
import { deleteGame } from './delete-game.ts'
import { addDiscount, endDiscount } from './discounts.ts'
import { download } from './download.ts'
import { finishUpload } from './finish-upload.ts'
import { inspectBuild } from './inspect-build.ts'
import { listBuilds } from './list-builds.ts'
import { openUploads } from './open-uploads.ts'
import { ownGame, ownGames } from './own-game.ts'
import { removeScreenshot } from './pictures.ts'
import { promote } from './promote.ts'
import { removeBuild } from './remove-build.ts'
import { sales } from './sales.ts'
import { saveGame } from './save-game.ts'
import { saveNotes } from './save-notes.ts'
import {
  addDiscountInput,
  buildsInput,
  createUploadInput,
  downloadInput,
  endDiscountInput,
  finishUploadInput,
  inspectBuildInput,
  ownGameInput,
  promoteInput,
  removeBuildInput,
  removeScreenshotInput,
  resumeUploadInput,
  saveGameInput,
  saveNotesInput,
  uploadInput,
} from './schema.ts'
import { upload } from './upload.ts'

export const storageRouter = router({
  download: signedIn.input(downloadInput).mutation(({ ctx, input }) => download(ctx.deps, ctx.user.id, input)),
  games: publisher.query(({ ctx }) => ownGames(ctx.deps.db, ctx.user)),
  game: publisher.input(ownGameInput).query(({ ctx, input }) => ownGame(ctx.deps, ctx.user, input.gameId)),
  sales: publisher.input(ownGameInput).query(({ ctx, input }) => sales(ctx.deps, ctx.user, input.gameId)),
  addDiscount: publisher.input(addDiscountInput).mutation(({ ctx, input }) => addDiscount(ctx.deps, ctx.user, input)),
  endDiscount: publisher.input(endDiscountInput).mutation(({ ctx, input }) => endDiscount(ctx.deps, ctx.user, input)),
  saveGame: publisher.input(saveGameInput).mutation(({ ctx, input }) => saveGame(ctx.deps, ctx.user, input)),
  deleteGame: publisher.input(ownGameInput).mutation(({ ctx, input }) => deleteGame(ctx.deps, ctx.user, input.gameId)),
  removeScreenshot: publisher
    .input(removeScreenshotInput)
    .mutation(({ ctx, input }) => removeScreenshot(ctx.deps, ctx.user, input)),
  createUpload: publisher
    .input(createUploadInput)
    .mutation(({ ctx, input }) => createUpload(ctx.deps, ctx.user, input)),
  resumeUpload: publisher
    .input(resumeUploadInput)
    .mutation(({ ctx, input }) => resumeUpload(ctx.deps, ctx.user, input.uploadId)),
  uploads: publisher.query(({ ctx }) => openUploads(ctx.deps, ctx.user)),
  upload: publisher.input(uploadInput).query(({ ctx, input }) => upload(ctx.deps, ctx.user, input.uploadId)),
  cancelUpload: publisher
    .input(uploadInput)
    .mutation(({ ctx, input }) => cancelUpload(ctx.deps, ctx.user, input.uploadId)),
  inspectBuild: publisher
    .input(inspectBuildInput)
    .mutation(({ ctx, input }) => inspectBuild(ctx.deps, ctx.user, input.buildId)),
  finishUpload: publisher
    .input(finishUploadInput)
    .mutation(({ ctx, input }) => finishUpload(ctx.deps, ctx.user, input.uploadId)),
  builds: publisher.input(buildsInput).query(({ ctx, input }) => listBuilds(ctx.deps.db, ctx.user, input.gameId)),
  saveNotes: publisher.input(saveNotesInput).mutation(({ ctx, input }) => saveNotes(ctx.deps, ctx.user, input)),
  promote: publisher.input(promoteInput).mutation(({ ctx, input }) => promote(ctx.deps, ctx.user, input)),
  removeBuild: publisher
    .input(removeBuildInput)
    .mutation(({ ctx, input }) => removeBuild(ctx.deps, ctx.user, input.buildId)),
})
