import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Library } from './library.ts'
import type { Places } from './ports.ts'
import type { Session } from './session.ts'

export interface Picture {
  bytes: Uint8Array
  type: string
}

// The types that a picture of a game may have; anything else of a store is not shown.
const endings: Record<string, string> = {
  'image/svg+xml': 'svg',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/avif': 'avif',
}

// As the store names the pictures of its games.
const gameForm = /^games(\/pictures(?:\/[\w-]+)+\.[a-z]+)$/u
const personForm = /^people\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u

/**
 * Covers of the games in the library, by id, pictures of people, by `people/` and theirs, and those of any game, by `games` and their
 * path in the store: fetched once, then from this computer's disk, so that they are there offline.
 */
export function createPictures(deps: {
  places: Places
  session: Session
  library: Pick<Library, 'coverPath'>
}): (name: string) => Promise<Picture | null> {
  const { session, library } = deps
  const dir = join(deps.places.data, 'pictures')

  return async (wanted) => {
    const [, personId] = personForm.exec(wanted) ?? []
    const [, gamePath] = gameForm.exec(wanted) ?? []
    const path = personId ? `/avatars/${personId}.svg` : (gamePath ?? library.coverPath(wanted))
    const account = session.account()
    if (!path || !account) return null
    const name = createHash('sha256').update(`${account.server} ${path}`).digest('hex')
    for (const [type, ending] of Object.entries(endings)) {
      const bytes = await readFile(join(dir, `${name}.${ending}`)).catch(() => null)
      if (bytes) return { bytes, type }
    }
    try {
      const picture = await session.store().picture(path)
      const type = picture.type.split(';')[0]?.trim() ?? ''
      const ending = endings[type]
      if (!ending) return null
      const file = join(dir, `${name}.${ending}`)
      await mkdir(dir, { recursive: true })
      await writeFile(`${file}.new`, picture.bytes)
      await rename(`${file}.new`, file)
      return { bytes: picture.bytes, type }
    } catch {
      return null
    }
  }
}
