import { mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
/** Nothing is written; the plugin that compresses what was written finds an empty folder here. */
const outDir = 'node_modules/.kettle-bundle-test'
const outPath = fileURLToPath(new URL(`../${outDir}`, import.meta.url))
let chunks: Rolldown.OutputChunk[]
/** Every module that went into the bundle, by its path in the repository. */
let modules: string[]

beforeAll(async () => {
  mkdirSync(outPath, { recursive: true })
  const built = (await build({
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    logLevel: 'error',
    build: { write: false, outDir },
  })) as Rolldown.RolldownOutput
  chunks = built.output.filter((part) => part.type === 'chunk')
  modules = chunks.flatMap((chunk) => chunk.moduleIds).map((id) => id.replace(root, '/'))
}, 120_000)

afterAll(() => rmSync(outPath, { recursive: true }))

describe('what goes into browsers', () => {
  it('is the web app, and more than a frame of it', () => {
    expect(modules.some((id) => id.endsWith('apps/web/src/main.tsx'))).toBe(true)
    expect(modules.some((id) => id.includes('features/auth/account/security-page.tsx'))).toBe(true)
  })

  it('holds no table and nothing that speaks to a database', () => {
    expect(
      modules.filter((id) => /drizzle|packages\/(db|depot)\/|\/(postgres|ioredis|fastify|pino)@/u.test(id)),
    ).toEqual([])
  })

  it('holds no module of Node, nor a stand-in for one', () => {
    expect(modules.filter((id) => /(^|\0)node:|browser-external|polyfill-node/u.test(id))).toEqual([])
    const imported = chunks.flatMap((chunk) => [...chunk.imports, ...chunk.dynamicImports])
    const own = new Set(chunks.map((chunk) => chunk.fileName))
    expect(imported.filter((name) => !own.has(name))).toEqual([])
  })

  it('holds of the store only schemas, reasons and constants', () => {
    const ofStore = modules.filter((id) => id.includes('/packages/api/'))
    expect(ofStore.length).toBeGreaterThan(0)
    expect(
      ofStore.filter(
        (id) =>
          !/\/src\/(client|reasons|money|payments\/card-terms|text|clean-text|cursor-input|\w+\/([\w-]+-)?schema)\.ts$/u.test(
            id,
          ),
      ),
    ).toEqual([])
  })

  it('brings what is heavy only to those who use it', () => {
    const entry = chunks.filter((chunk) => chunk.isEntry)
    const first = new Map(entry.map((chunk) => [chunk.fileName, chunk]))
    for (const chunk of first.values())
      for (const name of chunk.imports) {
        const imported = chunks.find((other) => other.fileName === name)
        if (imported) first.set(name, imported)
      }
    const atOnce = [...first.values()].flatMap((chunk) => chunk.moduleIds)
    for (const heavy of ['zxcvbn', 'simplewebauthn', 'uqr', '/zod/', 'react-hook-form', 'radix']) {
      expect(
        modules.some((id) => id.includes(heavy)),
        heavy,
      ).toBe(true)
      expect(atOnce.filter((id) => id.includes(heavy))).toEqual([])
    }
  })
})
