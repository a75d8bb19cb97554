import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { forgetUnusedPictures } from '@kettle/api'
import { createDb, games as gameTable, users } from '@kettle/db'
import { buildGamePage } from '@kettle/db/factories'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskPictures } from '../adapters/pictures.ts'
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
  const slug = `pictures-of-${name}`
  const saved = await call(store.url, 'storage.saveGame', buildGamePage({ slug, basePrice: 0 }), {
    authorization: `Bearer ${token}`,
  })
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

  it('are measured as a person sees them, whichever way the camera was held', async () => {
    const held = async (width: number, height: number, orientation: number) =>
      sharp(await painting(width, height, 'jpeg'))
        .withMetadata({ orientation })
        .toBuffer()
    // A header is at least 640 wide: 500 x 900 turned by a quarter is 900 x 500, and the other way round.
    for (const turned of [6, 8]) {
      expect((await send('header', await held(500, 900, turned))).status).toBe(200)
      expect((await send('header', await held(900, 500, turned))).reason).toBe('INVALID_PICTURE')
    }
    for (const upright of [1, 3]) {
      expect((await send('header', await held(900, 500, upright))).status).toBe(200)
      expect((await send('header', await held(500, 900, upright))).reason).toBe('INVALID_PICTURE')
    }
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

/** Begins to send a picture and stops after the head: what is answered is decided without a byte of it. */
async function headOnly(path: string, head: Record<string, string>): Promise<string> {
  const { hostname, port } = new URL(store.url)
  const socket = connect(Number(port), hostname)
  const lines = Object.entries({ host: hostname, 'content-length': String(12 << 20), ...head })
  socket.write(`POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`)
  let answer = ''
  for await (const bytes of socket) {
    answer += bytes
    if (answer.includes('requestId')) break
  }
  socket.destroy()
  return `${answer.split(' ')[1]} ${/"reason":"([A-Z_]+)"/u.exec(answer)?.[1]}`
}

describe('who may not give pictures', () => {
  const type = { 'content-type': 'application/octet-stream' }
  const as = (name: string) => ({ ...type, authorization: `Bearer ${games[name]?.token}` })

  it('is refused before anything is read', async () => {
    const path = `/pictures?kind=cover&gameId=${games.anna?.gameId}`
    expect(await headOnly(path, type)).toBe('401 NOT_SIGNED_IN')
    expect(await headOnly(path, { ...type, authorization: 'Bearer nobody' })).toBe('401 NOT_SIGNED_IN')
    expect(await headOnly(path, as('boris'))).toBe('404 NOT_FOUND')
    expect(await headOnly('/pictures?kind=poster', as('anna'))).toBe('400 INVALID_INPUT')
    const guests = Array.from({ length: 60 }, () => headOnly(path, type))
    expect(new Set(await Promise.all(guests))).toEqual(new Set(['401 NOT_SIGNED_IN']))
  })

  it('holds few bodies in memory, and the same publisher’s not all of them', async () => {
    const path = `/pictures?kind=cover&gameId=${games.anna?.gameId}`
    const { hostname, port } = new URL(store.url)
    const held = Array.from({ length: 16 }, () => {
      const socket = connect(Number(port), hostname)
      const head = Object.entries({ host: hostname, 'content-length': '9000000', ...as('anna') })
      socket.write(`POST ${path} HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\nx`)
      return socket
    })
    // Those sixteen may have been counted or not yet; once they are, the next one waits.
    let answer = ''
    while (answer !== '429') answer = String((await send('cover', Buffer.from('x'))).status)
    expect((await send('cover', await painting(900, 900), { by: 'boris', of: 'boris' })).status).toBe(200)
    for (const socket of held) socket.destroy()
    while ((await send('cover', await painting(900, 900))).status === 429);
  })
})

it('decodes one picture at a time, and keeps those in use only', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kettle-pictures-'))
  const pictures = diskPictures(folder)
  const colours = Array.from({ length: 6 }, (_, index) => `rgb(${index * 10},20,30)`)
  let most = 0
  const watch = setInterval(async () => {
    const now = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith('.new-')).length
    most = Math.max(most, now)
  })
  const bytes = await Promise.all(colours.map((colour) => painting(1600, 900, 'png', colour)))
  const names = await Promise.all(bytes.map((one) => pictures.save(one, 'screenshot')))
  clearInterval(watch)
  expect(most).toBe(1)
  const [shown = '', unused = ''] = names
  const database = createDb(store.config.databaseUrl, { max: 1, name: 'test' })
  await database.db.transaction((tx) =>
    tx
      .update(gameTable)
      .set({ screenshots: [shown] })
      .where(eq(gameTable.id, games.anna?.gameId ?? '')),
  )
  const clock = { now: () => new Date() }
  expect(await forgetUnusedPictures({ db: database.db, clock, pictures })).toBe(0)
  const later = { now: () => new Date(Date.now() + 25 * 3600_000) }
  // Whoever brings the same picture again has it anew.
  const soon = new Date(Date.now() + 24.5 * 3600_000)
  await utimes(join(folder, unused.split('/')[0] ?? ''), soon, soon)
  expect(await forgetUnusedPictures({ db: database.db, clock: later, pictures })).toBe(4)
  await database.close(1)
  expect((await readdir(folder)).toSorted()).toEqual([shown, unused].map((name) => name.split('/')[0]).toSorted())
  await rm(folder, { recursive: true })
})
