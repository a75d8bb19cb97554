import { expect, it } from 'vitest'
import { loopbackOrigins, otherOriginsOf } from './loopback-origins.ts'

it("takes Vite's origin only where nothing is production", () => {
  const http = { port: 3000 }
  const vite = loopbackOrigins(5173)
  expect(otherOriginsOf({ production: true, http }, vite)).toEqual([])
  expect(otherOriginsOf({ production: false, http }, [])).toEqual(['http://localhost:3000', 'http://127.0.0.1:3000'])
  expect(otherOriginsOf({ production: false, http }, vite)).toEqual([...loopbackOrigins(3000), ...vite])
})
