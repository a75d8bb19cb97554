import { describe, expect, it } from 'vitest'
import { sha256Hex } from '../chunk.ts'
import { type DepotStore, readWhole } from '../store.ts'
import { noise } from './trees.ts'

/** What every depot store promises. `make` gives a store that may hold things already. */
export function depotStoreContract(name: string, make: () => Promise<DepotStore>): void {
  const listed = async (store: DepotStore, kind: 'packs' | 'manifests' | 'patches') => {
    const found = new Map<string, number>()
    for await (const { sha256, size } of store.list(kind)) found.set(sha256, size)
    return found
  }

  describe(`${name} keeps the promise of a depot store`, () => {
    it('gives back what was put, under its hash, and nothing else', async () => {
      const store = await make()
      const parts = [noise(70_000, 31), Buffer.from('ё'), Buffer.alloc(0), noise(10, 32)]
      const whole = Buffer.concat(parts)
      const sha256 = await store.put('packs', parts)
      expect(sha256).toBe(sha256Hex(whole))
      expect([await store.has('packs', sha256), await store.has('manifests', sha256)]).toEqual([true, false])
      expect((await readWhole(store, 'packs', sha256)).equals(whole)).toBe(true)
      await expect(store.open('manifests', sha256)).rejects.toMatchObject({ reason: 'NOT_STORED' })
    })

    it('reads ranges: from anywhere, to the end, and past it', async () => {
      const store = await make()
      const bytes = noise(5_000, 33)
      const object = await store.open('patches', await store.put('patches', [bytes]))
      expect(object.size).toBe(5_000)
      const into = Buffer.alloc(1_000)
      expect(await object.read(into, 2_345)).toBe(1_000)
      expect(into.equals(bytes.subarray(2_345, 3_345))).toBe(true)
      expect(await object.read(into, 4_900)).toBe(100)
      expect(into.subarray(0, 100).equals(bytes.subarray(4_900))).toBe(true)
      expect([await object.read(into, 5_000), await object.read(into, 9_999)]).toEqual([0, 0])
      const reads = await Promise.all(
        [0, 1_000, 2_000, 3_000].map(async (offset) => {
          const piece = Buffer.alloc(1_000)
          await object.read(piece, offset)
          return piece
        }),
      )
      expect(Buffer.concat(reads).equals(bytes.subarray(0, 4_000))).toBe(true)
      await object.close()
      await object.close()
    })

    it('takes the same twice, and at once, as one', async () => {
      const store = await make()
      const names = await Promise.all([1, 2, 3, 4].map(() => store.put('packs', [noise(40_000, 34)])))
      expect(new Set(names).size).toBe(1)
      expect([...(await listed(store, 'packs'))].filter(([sha256]) => sha256 === names[0])).toEqual([
        [names[0], 40_000],
      ])
    })

    it('lists each kind whole', async () => {
      const store = await make()
      const before = await listed(store, 'manifests')
      const names: string[] = []
      for (let seed = 40; seed < 50; seed++) names.push(await store.put('manifests', [noise(seed, seed)]))
      const after = await listed(store, 'manifests')
      expect(after.size).toBe(before.size + 10)
      expect(names.map((sha256) => after.get(sha256))).toEqual(names.map((_, at) => at + 40))
      expect((await listed(store, 'patches')).has(names[0] ?? '')).toBe(false)
    })

    it('removes one thing, twice as once', async () => {
      const store = await make()
      const [kept, gone] = [await store.put('packs', [noise(10, 53)]), await store.put('packs', [noise(10, 51)])]
      await store.remove('packs', gone)
      await store.remove('packs', gone)
      expect([await store.has('packs', kept), await store.has('packs', gone)]).toEqual([true, false])
      await expect(readWhole(store, 'packs', gone)).rejects.toMatchObject({ reason: 'NOT_STORED' })
      expect(await store.put('packs', [noise(10, 51)])).toBe(gone)
      expect(await store.has('packs', gone)).toBe(true)
    })

    it('knows nothing by a name that is none', async () => {
      const store = await make()
      for (const name of ['', '..', '../../etc/passwd', 'A'.repeat(64), `${'a'.repeat(64)}/x`, 'a'.repeat(63)]) {
        await expect(store.open('packs', name)).rejects.toMatchObject({ reason: 'NOT_STORED' })
      }
      await expect(store.open('packs', 'a'.repeat(64))).rejects.toMatchObject({ reason: 'NOT_STORED' })
    })
  })
}
