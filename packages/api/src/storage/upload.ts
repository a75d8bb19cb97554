import type { Deps, SignedInUser } from '../context.ts'
import { requireOwnUpload } from './own.ts'
import { type UploadState, uploadState } from './upload-state.ts'

/** How far an upload is. */
export async function upload(deps: Pick<Deps, 'db'>, user: SignedInUser, uploadId: string): Promise<UploadState> {
  return uploadState(deps.db, await requireOwnUpload(deps.db, user, uploadId))
}
