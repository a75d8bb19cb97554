import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestDeps, makeGame } from '@kettle/api/testing'
import { games } from '@kettle/db'
import { createTestDatabase, type TestDatabase } from '@kettle/db/testing'
import { eq } from 'drizzle-orm'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { serveFiles } from './static.ts'

const index = `<!doctype html><html lang="en"><head><meta name="description" content="A store" /><title>Kettle</title><script type="module" src="/assets/main.js"></script></head><body></body></html>`
const nasty = `"Quotes" & <script>alert('$&')</script>`
let database: TestDatabase
let folder: string
let app: FastifyInstance

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  folder = await mkdtemp(join(tmpdir(), 'kettle-previews-'))
  await writeFile(join(folder, 'index.html'), index)
  app = fastify()
  const folders = { web: folder, pictures: join(folder, 'pictures') }
  await serveFiles(app, { deps: createTestDeps(database.db), publicUrl: 'https://kettle.example', folders })
  await makeGame(database.db, {
    slug: 'tram',
    title: { en: 'Night Tram', ru: 'Ночной трамвай' },
    shortDescription: { en: nasty, ru: 'Тихо едет' },
    header: 'abc/1280.webp',
  })
  await makeGame(database.db, { slug: 'drawn', header: 'abc.svg', cover: 'def/480.webp' })
  await makeGame(database.db, { slug: 'draft', publishedAt: null })
})
afterAll(async () => {
  await app.close()
  await database.close()
  await rm(folder, { recursive: true })
})

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })
/** What a page's head says, by name: titles, metas, links. */
function headOf(html: string): Record<string, string> {
  const metas = html.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)" \/>/gu)
  const canonical = /<link rel="canonical" href="([^"]*)" \/>/u.exec(html)?.[1]
  const title = /<title>([^<]*)<\/title>/u.exec(html)?.[1]
  return { ...Object.fromEntries([...metas].map(([, name, content]) => [name, content])), canonical, title } as Record<
    string,
    string
  >
}

describe("a game's page", () => {
  it('says in its head what it shows, and is still the app', async () => {
    const { statusCode, body, headers } = await get('/game/tram', { 'accept-language': 'ru-RU,ru;q=0.9' })
    expect(statusCode).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headOf(body)).toEqual({
      title: 'Ночной трамвай · Kettle',
      description: 'Тихо едет',
      canonical: 'https://kettle.example/game/tram',
      'og:type': 'website',
      'og:site_name': 'Kettle',
      'og:title': 'Ночной трамвай',
      'og:description': 'Тихо едет',
      'og:url': 'https://kettle.example/game/tram',
      'og:locale': 'ru_RU',
      'og:image': 'https://kettle.example/pictures/abc/1280.webp',
      'og:image:alt': 'Ночной трамвай',
      'og:image:width': '1280',
      'og:image:height': '533',
      'twitter:card': 'summary_large_image',
    })
    expect(body).toContain('<html lang="ru">')
    expect(body).toContain('src="/assets/main.js"')
    expect(headers.vary).toBe('accept-language')
  })

  it('lets no text out of its attribute', async () => {
    const { body } = await get('/game/tram')
    expect(body.match(/<script/gu)).toHaveLength(1)
    expect(body).not.toContain('alert(&#39;</head>')
    const text = headOf(body)['og:description']?.replace(/&#(\d+);/gu, (_, code) => String.fromCharCode(Number(code)))
    expect(text).toBe(nasty)
  })

  it('shows the cover where the header is a drawing, which previews can’t show', async () => {
    const head = headOf((await get('/game/drawn')).body)
    expect(head['og:image']).toBe('https://kettle.example/pictures/def/480.webp')
    expect(head['twitter:card']).toBe('summary')
  })

  it.each(['/game/nowhere', '/game/draft', `/game/${'x'.repeat(90)}`, '/game/%00', '/game/a%22%3E%3Cscript%3E'])(
    'is the plain app with status 404 where there is nothing to show: %s',
    async (path) => {
      const { statusCode, body } = await get(path)
      expect([statusCode, body]).toEqual([404, index])
    },
  )

  it('is asked for again, and answered shortly while it is the same', async () => {
    const first = await get('/game/tram')
    const etag = String(first.headers.etag)
    expect((await get('/game/tram', { 'if-none-match': etag })).statusCode).toBe(304)
    await database.db.transaction((tx) =>
      tx
        .update(games)
        .set({ title: { en: 'Day Tram', ru: 'Дневной' } })
        .where(eq(games.slug, 'tram')),
    )
    const changed = await get('/game/tram', { 'if-none-match': etag })
    expect([changed.statusCode, headOf(changed.body).title]).toEqual([200, 'Day Tram · Kettle'])
  })

  it('is where its earlier addresses lead, and keeps none of these ways in browsers', async () => {
    const rename = (from: string, to: string) =>
      database.db.transaction((tx) => tx.update(games).set({ slug: to }).where(eq(games.slug, from)))
    await makeGame(database.db, { slug: 'old' })
    await rename('old', 'newer')
    await rename('newer', 'Новая')
    for (const path of ['/game/old', '/game/newer']) {
      const { statusCode, headers } = await get(path)
      expect([statusCode, headers.location]).toEqual([301, `/game/${encodeURIComponent('Новая')}`])
      expect(headers['cache-control']).toBe('no-cache')
    }
    expect((await get(`/game/${encodeURIComponent('Новая')}`)).statusCode).toBe(200)
    await rename('Новая', 'old')
    expect([(await get('/game/old')).statusCode, (await get('/game/newer')).headers.location]).toEqual([
      200,
      '/game/old',
    ])
  })

  it('loses its preview when the game is withdrawn', async () => {
    await database.db.transaction((tx) => tx.update(games).set({ publishedAt: null }).where(eq(games.slug, 'drawn')))
    expect((await get('/game/drawn')).statusCode).toBe(404)
  })
})

it('names the address of the store page', async () => {
  const { body } = await get('/')
  expect(headOf(body).canonical).toBe('https://kettle.example/')
  expect((await get('/library')).body).toBe(index)
})

it('shows the app without a preview while the database is away', async () => {
  const alone = fastify()
  const away = await createTestDatabase(inject('postgresUrl'))
  const deps = createTestDeps(away.db)
  await serveFiles(alone, { deps, publicUrl: 'https://kettle.example', folders: { web: folder, pictures: folder } })
  await away.close()
  const { statusCode, body } = await alone.inject('/game/tram')
  expect([statusCode, body]).toEqual([200, index])
  await alone.close()
})
