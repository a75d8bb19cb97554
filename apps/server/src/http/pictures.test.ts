import { createDb, users } from '@kettle/db'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, call, type RunningStore, runStore } from '../testing/run-store.ts'

let store: RunningStore
const games: Record<string, { token: string; gameId: string; slug: string }> = {}

async function newPublisher(name: string) {
  const email = `${name}@kettle.test`
  await call(store.url, 'auth.register', { name, email, password: 'tea is ready at five' })
  const { body } = await call(store.url, 'auth.emailConfirmation', { email, code: await store.codeFor(email) })
  const { token } = body.result.data
  const database = createDb(store.config.databaseUrl, { max: 1, name: 'test' })
  await database.db.transaction((tx) => tx.update(users).set({ role: 'publisher' }).where(eq(users.email, email)))
  await database.close(1)
  const text = { en: 'Words', ru: 'Слова' }
  const slug = `pictures-of-${name}`
  const saved = await call(
    store.url,
    'storage.saveGame',
    {
      ...{ slug, title: text, shortDescription: text, description: text, developer: 'D', publisher: 'P' },
      ...{ releaseDate: '2026-01-15', platforms: ['any'], basePrice: 0, published: true },
    },
    { authorization: `Bearer ${token}` },
  )
  games[name] = { token, slug, gameId: saved.body.result.data.id }
}

beforeAll(async () => {
  store = await runStore()
  await newPublisher('anna')
  await newPublisher('boris')
})
afterAll(() => store.close())

const painting = (width: number, height: number, format: 'png' | 'jpeg' | 'webp' = 'png', background = '#a4501f') =>
  sharp({ create: { width, height, channels: 3, background } })
    .toFormat(format)
    .toBuffer()

async function send(
  kind: string,
  bytes: Buffer | string,
  options: { by?: string | null; of?: string; headers?: object } = {},
) {
  const { by = 'anna', of = 'anna', headers = {} } = options
  const token = by && games[by]?.token
  const response = await fetch(`${store.url}/pictures?kind=${kind}&gameId=${games[of]?.gameId}`, {
    method: 'POST',
    body: bytes as string,
    headers: {
      'content-type': 'application/octet-stream',
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
  })
  const body = (await response.json()) as { path: string; error?: { data?: { reason?: string }; reason?: string } }
  return { status: response.status, path: body.path, reason: body.error?.data?.reason ?? body.error?.reason }
}

const page = async (name = 'anna') =>
  (await ask(store.url, 'search.game', { slug: games[name]?.slug })).body.result.data

describe('pictures of a game', () => {
  it('are kept in the sizes that screens ask for, and served for ever', async () => {
    const { path } = await send('cover', await painting(900, 900, 'jpeg'))
    expect((await page()).cover).toBe(path)
    for (const width of [240, 480, 720]) {
      const response = await fetch(store.url + path.replace(/\d+\.webp$/u, `${width}.webp`))
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      const facts = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
      expect([facts.format, facts.width, facts.height]).toEqual(['webp', width, (width * 4) / 3])
    }
    const header = await send('header', await painting(2000, 1000, 'webp'))
    expect((await page()).header).toBe(header.path)
  })

  it('are the same picture when they come twice, or ten at once', async () => {
    const bytes = await painting(1000, 600)
    const answers = await Promise.all(Array.from({ length: 10 }, () => send('screenshot', bytes)))
    expect(new Set(answers.map((answer) => answer.path)).size).toBe(1)
    const second = await send('screenshot', await painting(1000, 600, 'png', '#123456'))
    expect(second.status).toBe(200)
    const { body } = await call(
      store.url,
      'storage.removeScreenshot',
      { gameId: games.anna?.gameId, path: answers[0]?.path },
      { authorization: `Bearer ${games.anna?.token}` },
    )
    expect(body.error).toBeUndefined()
  })

  it('are at most twelve screenshots, also when many come at once', async () => {
    const colours = Array.from({ length: 16 }, (_, index) => `rgb(${index * 10},20,30)`)
    const answers = await Promise.all(
      colours.map(async (colour) =>
        send('screenshot', await painting(480, 270, 'png', colour), { by: 'boris', of: 'boris' }),
      ),
    )
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(12)
    expect(new Set(answers.filter((answer) => answer.status !== 200).map((answer) => answer.reason))).toEqual(
      new Set(['INVALID_PICTURE']),
    )
  })

  it.each([
    ['text', async () => 'no picture at all'],
    ['nothing', async () => Buffer.alloc(0)],
    ['an SVG', async () => '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><script/></svg>'],
    ['half a file', async () => (await painting(900, 900, 'jpeg', '#345')).subarray(0, 900)],
    ['too small a one', async () => painting(100, 100)],
    ['one that unfolds to too many pixels', async () => painting(9000, 9000)],
  ])('are not %s', async (_what, make) => {
    const before = (await page()).cover
    const { status, reason } = await send('cover', await make())
    expect([status, reason]).toEqual([400, expect.stringMatching(/^INVALID_(PICTURE|INPUT)$/u)])
    expect((await page()).cover).toBe(before)
  })

  it('come from nobody but the game’s own publisher, and not by another site', async () => {
    const bytes = await painting(900, 900)
    expect((await send('cover', bytes, { by: null })).status).toBe(401)
    expect((await send('cover', bytes, { by: 'boris' })).status).toBe(404)
    const evil = { cookie: `kettle=${games.anna?.token}`, origin: 'https://evil.test' }
    expect((await send('cover', bytes, { by: null, headers: evil })).status).toBe(403)
    expect((await send('poster', bytes)).status).toBe(400)
    expect((await send('cover', Buffer.alloc(13 * 1024 * 1024))).status).toBe(413)
  })
})
