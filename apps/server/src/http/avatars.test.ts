import fastify from 'fastify'
import { afterAll, expect, it } from 'vitest'
import { drawAvatar, serveAvatars } from './avatars.ts'

const app = fastify()
serveAvatars(app)
afterAll(() => app.close())

it('draws people something of their own, always the same', () => {
  const ids = Array.from({ length: 500 }, (_, index) => personId(index))
  expect(new Set(ids.map(drawAvatar)).size).toBe(500)
  for (const id of ids) expect(drawAvatar(id)).toBe(drawAvatar(id))
})

it('draws no empty picture, not even for the id whose hash leaves every field out', () => {
  expect(drawAvatar(personId(88_637))).toContain('d="M3 3h1v1h-1z"')
  for (let index = 0; index < 500; index++) expect(drawAvatar(personId(index))).toMatch(/d="M\d/u)
})

it('serves it for ever, and nothing else', async () => {
  const answer = await app.inject(`/avatars/${crypto.randomUUID()}.svg`)
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/svg+xml'])
  expect(answer.headers['cache-control']).toContain('immutable')
  for (const path of ['/avatars/x.svg', '/avatars/..%2Fx.svg', '/avatars/', `/avatars/${crypto.randomUUID()}.png`])
    expect((await app.inject(path)).statusCode).toBe(404)
})

/** Always the same ids: two random ones may well be drawn alike. */
function personId(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
}
