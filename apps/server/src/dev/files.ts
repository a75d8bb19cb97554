import { renameSync, writeFileSync } from 'node:fs'

/** Writes a small secret that only its owner may read. It is there whole or not at all, whenever this process is killed. */
export function writeWhole(file: string, text: string): void {
  const part = `${file}.${process.pid}`
  writeFileSync(part, text, { mode: 0o600, flush: true })
  renameSync(part, file)
}
