import fastify from 'fastify'
import { afterAll, expect, it } from 'vitest'
import { drawAvatar, serveAvatars } from './avatars.ts'

const app = fastify()
serveAvatars(app)
afterAll(() => app.close())

it('draws each person something of their own, always the same, and never an empty picture', () => {
  const ids = Array.from({ length: 500 }, () => crypto.randomUUID())
  expect(new Set(ids.map(drawAvatar)).size).toBe(500)
  for (const id of ids) expect(drawAvatar(id)).toBe(drawAvatar(id))
  for (const id of ids) expect(drawAvatar(id)).toMatch(/d="M\d/u)
})

it('serves it for ever, and nothing else', async () => {
  const answer = await app.inject(`/avatars/${crypto.randomUUID()}.svg`)
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/svg+xml'])
  expect(answer.headers['cache-control']).toContain('immutable')
  for (const path of ['/avatars/x.svg', '/avatars/..%2Fx.svg', '/avatars/', `/avatars/${crypto.randomUUID()}.png`])
    expect((await app.inject(path)).statusCode).toBe(404)
})
