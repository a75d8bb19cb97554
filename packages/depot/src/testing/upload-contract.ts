import { describe, expect, it } from 'vitest'
import type { BuildSource } from '../folder.ts'
import type { UploadStore } from '../upload-store.ts'
import type { Tree } from './trees.ts'

/** What whoever writes an upload can do to it, by the name that they know. */
export interface UploadWriter {
  write(tree: Tree): Promise<void>
  /** A file held open: it goes on writing whatever became of its name. Null where a store has no such thing. */
  openForWriting(
    path: string,
  ): Promise<{ write(text: string, offset: number): Promise<void>; close(): Promise<void> } | null>
}

/** What every store of uploads promises. */
export function uploadStoreContract(
  name: string,
  make: () => Promise<{ store: UploadStore; writer: (uploadId: string) => UploadWriter }>,
): void {
  const textOf = async (source: BuildSource, path: string): Promise<string> => {
    const file = await source.open(path)
    try {
      const parts: Buffer[] = []
      for (;;) {
        const into = Buffer.alloc(7)
        const got = await file.read(into)
        if (got === 0) break
        parts.push(into.subarray(0, got))
      }
      await file.check()
      return Buffer.concat(parts).toString()
    } finally {
      await file.close()
    }
  }

  describe(`${name} keeps the promise of a store of uploads`, () => {
    it('gives back what was written, once it is sealed, however often and by however many', async () => {
      const { store, writer } = await make()
      await writer('one').write({
        'a.txt': 'a',
        'b/run': { program: 'b' },
        empty: { dir: true },
        'b/to-a': { link: '../a.txt' },
      })
      await expect(store.read('one')).rejects.toMatchObject({ reason: 'NOT_STORED' })
      await Promise.all([1, 2, 3].map(() => store.seal('one')))
      await store.seal('one')
      const source = await store.read('one')
      expect(await source.list()).toEqual({
        files: [
          { path: 'a.txt', mode: 0o644, size: 1 },
          { path: 'b/run', mode: 0o755, size: 1 },
        ],
        dirs: ['empty'],
        links: [{ path: 'b/to-a', target: '../a.txt' }],
      })
      expect(await textOf(source, 'b/run')).toBe('b')
    })

    it('has nothing in it that was written after it was sealed', async () => {
      const { store, writer } = await make()
      await writer('two').write({ 'a.txt': 'before' })
      await store.seal('two')
      await writer('two').write({ 'a.txt': 'after', 'b.txt': 'b' })
      await store.seal('two')
      const source = await store.read('two')
      expect((await source.list()).files.map(({ path }) => path)).toEqual(['a.txt'])
      expect(await textOf(source, 'a.txt')).toBe('before')
    })

    it.each(['before it is opened', 'while it is read'])(
      'finds out a change of a file that was left open, %s',
      async (when) => {
        const { store, writer } = await make()
        await writer('three').write({ 'a.txt': 'a long text' })
        const left = await writer('three').openForWriting('a.txt')
        if (!left) return
        await store.seal('three')
        const source = await store.read('three')
        await source.list()
        const file = when === 'while it is read' ? await source.open('a.txt') : null
        await file?.read(Buffer.alloc(3))
        await left.write('a LONG text', 0)
        await expect(file ? file.check() : source.open('a.txt')).rejects.toMatchObject({ reason: 'SOURCE_CHANGED' })
        await file?.close()
        await left.close()
      },
    )

    it('opens nothing that was not listed', async () => {
      const { store, writer } = await make()
      await writer('four').write({ 'a/b.txt': 'b', 'a/link': { link: 'b.txt' }, to: { link: 'a' } })
      await store.seal('four')
      const source = await store.read('four')
      await source.list()
      for (const path of ['a/link', 'to/b.txt', 'a', '../four/a/b.txt', 'a/../a/b.txt', '/etc/passwd', ''])
        await expect(source.open(path)).rejects.toMatchObject({ reason: 'SOURCE_CHANGED' })
    })

    it('seals what nobody wrote as empty, and forgets whatever it is told to', async () => {
      const { store, writer } = await make()
      await store.seal('five')
      expect(await (await store.read('five')).list()).toEqual({ files: [], dirs: [], links: [] })
      await writer('six').write({ a: 'a' })
      for (const id of ['five', 'six', 'five', 'unknown']) await store.discard(id)
      await expect(store.read('five')).rejects.toMatchObject({ reason: 'NOT_STORED' })
      await store.seal('six')
      expect((await (await store.read('six')).list()).files).toEqual([])
    })

    it.each(['..', '.sealed', '../x', 'a/b', '', 'x'.repeat(65)])('takes %j for no upload', async (id) => {
      const { store } = await make()
      await expect(store.seal(id)).rejects.toMatchObject({ reason: 'NOT_STORED' })
      await expect(store.read(id)).rejects.toMatchObject({ reason: 'NOT_STORED' })
      await expect(store.discard(id)).rejects.toMatchObject({ reason: 'NOT_STORED' })
    })
  })
}
