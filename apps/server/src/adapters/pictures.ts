import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DomainError, type PictureKind, type PictureStore } from '@kettle/api'
import sharp from 'sharp'

/** Height over width, and the widths that screens ask for (a card, a large card, the same on a dense screen). */
const shapes: Record<PictureKind, { ratio: number; widths: [number, number, number] }> = {
  cover: { ratio: 4 / 3, widths: [240, 480, 720] },
  header: { ratio: 5 / 12, widths: [640, 1280, 1920] },
  screenshot: { ratio: 9 / 16, widths: [480, 960, 1920] },
}

const formats = new Set(['jpeg', 'png', 'webp', 'avif', 'heif'])
/** A picture of more pixels is refused before it is opened: a small file can unfold to gigabytes. */
const MAX_PIXELS = 50_000_000
const QUALITY = 82

/** Decoding takes a thread of the pool that hashes passwords: a second one would leave log-ins waiting. */
const AT_ONCE = 1
const WAITING = 64
const LISTED_AT_ONCE = 500

/** Pictures in a folder: for each a folder named by the hash of its bytes, in it a WebP for each width. */
export function diskPictures(folder: string): PictureStore {
  const decode = queue({ atOnce: AT_ONCE, waiting: WAITING })
  return {
    async *list(savedBefore) {
      let names: string[] = []
      for (const hash of await readdir(folder).catch(() => [])) {
        if (!IS_NAME.test(hash)) continue
        const found = await stat(join(folder, hash)).catch(() => null)
        if (!found?.isDirectory() || found.mtime >= savedBefore) continue
        const widths = (await readdir(join(folder, hash)))
          .map((file) => Number.parseInt(file, 10))
          .sort((a, b) => a - b)
        names.push(`${hash}/${widths[1]}.webp`)
        if (names.length < LISTED_AT_ONCE) continue
        yield names
        names = []
      }
      yield names
    },
    async remove(name) {
      const [hash = ''] = name.split('/')
      if (IS_NAME.test(hash)) await rm(join(folder, hash), { recursive: true, force: true })
    },
    save: (bytes, kind) =>
      decode(async () => {
        const { ratio, widths } = shapes[kind]
        const [, usual] = widths
        const hash = createHash('sha256').update(kind).update(bytes).digest('hex').slice(0, 32)
        await check(bytes, widths[0])
        await mkdir(folder, { recursive: true })
        const temporary = await mkdtemp(join(folder, '.new-'))
        try {
          for (const width of widths)
            await open(bytes)
              .autoOrient()
              .resize({ width, height: Math.round(width * ratio), fit: 'cover' })
              .webp({ quality: QUALITY })
              .toFile(join(temporary, `${width}.webp`))
          // Whole or not at all; that it is there already means the same picture.
          await rename(temporary, join(folder, hash)).catch(async (error: NodeJS.ErrnoException) => {
            if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
            // It is in use again, and not to be forgotten as long unused.
            const now = new Date()
            await utimes(join(folder, hash), now, now)
          })
        } finally {
          await rm(temporary, { recursive: true, force: true })
        }
        return `${hash}/${usual}.webp`
      }),
  }
}

const IS_NAME = /^[0-9a-f]{32}$/u

/** Does a few things at a time, in the order in which they were asked for; too many at once are told to come again. */
function queue({ atOnce, waiting }: { atOnce: number; waiting: number }) {
  let running = 0
  const next: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) {
      if (next.length >= waiting) throw new DomainError('RATE_LIMITED', { retryAfterSeconds: 5 })
      await new Promise<void>((resolve) => next.push(resolve))
    } else running++
    try {
      return await work()
    } finally {
      // Whoever waits takes over the place, so that nobody else can come in between.
      const first = next.shift()
      if (first) first()
      else running--
    }
  }
}

const open = (bytes: Buffer) => sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })

async function check(bytes: Buffer, leastWidth: number): Promise<void> {
  const refuse = (message: string, cause?: unknown) => new DomainError('INVALID_PICTURE', { message, cause })
  if (bytes.length === 0) throw refuse('There is no picture in this request')
  const facts = await open(bytes)
    .metadata()
    .catch((cause: unknown) => {
      throw refuse('This is no picture that can be opened', cause)
    })
  if (!formats.has(facts.format)) throw refuse('Pictures must be JPEG, PNG, WebP or AVIF')
  // As a person sees it: a camera held upright says so in EXIF.
  if (facts.autoOrient.width < leastWidth)
    throw refuse(`This picture is too small: it must be at least ${leastWidth} pixels wide`)
  // Reads every pixel: half a file is found here and not on somebody's screen.
  await open(bytes)
    .stats()
    .catch((cause: unknown) => {
      throw refuse('This picture is damaged', cause)
    })
}

/** Puts an SVG drawing of our own into the picture folder under the hash of its content, and gives its name. Twice is as once. */
export async function saveDrawing(folder: string, svg: string): Promise<string> {
  const name = `${createHash('sha256').update(svg).digest('hex').slice(0, 32)}.svg`
  await mkdir(folder, { recursive: true })
  const file = join(folder, name)
  await writeFile(`${file}.new`, svg)
  await rename(`${file}.new`, file)
  return name
}
