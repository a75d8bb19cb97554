import { runNextIngest } from '../storage/run-ingests.ts'
import type { FinishedUpload, UploadState } from '../storage/upload-state.ts'
import type { TestDeps } from './index.ts'

interface Finishes {
  storage: { finishUpload(input: { uploadId: string }): Promise<UploadState> }
}

/** Ends an upload, does what waits, and gives the build. @throws Error with the reason when there is none */
export async function finishBuild(deps: TestDeps, api: Finishes, uploadId: string): Promise<FinishedUpload> {
  await api.storage.finishUpload({ uploadId })
  while (await runNextIngest(deps)) deps.clock.pass({ seconds: 0 })
  const { build, failure } = await api.storage.finishUpload({ uploadId })
  if (!build) throw new Error(`no build was made: ${failure?.reason} ${failure?.message}`)
  return build
}
