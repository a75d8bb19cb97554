import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DepotError } from './errors.ts'
import { type BuildSource, folderSource } from './folder.ts'

/** Where uploads lie until they are builds. */
export interface UploadStore {
  /**
   * Takes an upload away from everyone who writes it. Afterwards no path that a session knows leads to what is sealed, and
   * what is written under the upload's name is no part of it. Repeating it changes nothing, also after a crash half-way; an
   * upload that nobody has written to is sealed empty.
   */
  seal(uploadId: string): Promise<void>
  /** Reads a sealed upload: a change by whoever still has a file of it open is found out. @throws DepotError NOT_STORED when it isn't sealed */
  read(uploadId: string): Promise<BuildSource>
  /** Forgets an upload, sealed or not. Repeating it changes nothing. */
  discard(uploadId: string): Promise<void>
}

const SEALED = '.sealed'

/**
 * Uploads in a folder, each named by its id. A sealed one lies in `.sealed/<id>/<128 random bits>`, a name that can be neither
 * known nor guessed by whoever wrote it.
 */
export function diskUploads(dir: string): UploadStore {
  const sealedIn = (uploadId: string): string => join(dir, SEALED, checked(uploadId))
  return {
    async seal(uploadId) {
      const place = sealedIn(uploadId)
      await mkdir(dir, { recursive: true })
      await mkdir(place, { recursive: true, mode: 0o700 })
      if ((await readdir(place)).length > 0) return
      const name = join(place, randomBytes(16).toString('hex'))
      try {
        await rename(join(dir, uploadId), name)
      } catch (error) {
        if (!isMissing(error)) throw error
        // Another call was quicker, or nothing was ever written.
        if ((await readdir(place)).length === 0) await mkdir(name, { mode: 0o700 })
      }
    },
    async read(uploadId) {
      const place = sealedIn(uploadId)
      const [name] = await readdir(place).catch((error: unknown) => {
        if (isMissing(error)) return []
        throw error
      })
      if (name === undefined) throw new DepotError('NOT_STORED', 'The upload is not sealed')
      return folderSource(join(place, name))
    },
    async discard(uploadId) {
      await rm(sealedIn(uploadId), { recursive: true, force: true })
      await rm(join(dir, uploadId), { recursive: true, force: true })
    },
  }
}

function checked(uploadId: string): string {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(uploadId)) throw new DepotError('NOT_STORED', 'An upload id is no file name')
  return uploadId
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
