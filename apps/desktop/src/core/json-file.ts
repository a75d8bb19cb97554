import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { diskError } from './install/errors.ts'

/** One small file of the launcher's own, kept as JSON. */
export interface JsonFile<Value> {
  /** Null when there is none, or none that can be understood: then the launcher starts afresh. */
  read(): Promise<Value | null>
  /**
   * Replaces it whole; after a crash it holds the old or the new. Writes happen in the order of the calls.
   * @throws InstallError NO_SPACE, FILE_BLOCKED, DISK_FAILED
   */
  write(value: Value): Promise<void>
}

/** A file at `path` that holds what `schema` describes. */
export function jsonFile<Value>(path: string, schema: z.ZodType<Value>): JsonFile<Value> {
  let last = Promise.resolve()
  const replace = async (text: string): Promise<void> => {
    await mkdir(dirname(path), { recursive: true })
    const draft = `${path}.new`
    const file = await open(draft, 'w', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  }
  return {
    async read() {
      try {
        return schema.parse(JSON.parse(await readFile(path, 'utf8')))
      } catch {
        return null
      }
    },
    write(value) {
      const text = `${JSON.stringify(value)}\n`
      const written = last
        .then(() => replace(text))
        .catch((error: unknown) => {
          throw diskError(error, path)
        })
      last = written.catch(() => {})
      return written
    },
  }
}
