// Prints what the store page's first visit loads, gzipped: `node apps/web/scripts/size.mjs`, after a build.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const dist = join(import.meta.dirname, '../dist')

/** The chunks that a first visit needs beyond what index.html names: the store page; its words follow below. */
const firstVisit = ['src/routes/index.tsx?tsr-split=component']

/**
 * First-load JavaScript of the store page, in bytes after gzip at its default level: the modules that index.html loads, the
 * store route with all it imports, and its words in the heaviest language (a visitor loads one).
 * @returns {{ total: number, files: { file: string, gzip: number }[] }}
 */
export function firstLoad() {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
  const chunks = new Set()
  const add = (key) => {
    const chunk = manifest[key]
    if (!chunk) throw new Error(`${key} is not in the build's manifest: build apps/web first, or mend this script`)
    if (chunks.has(chunk.file)) return
    chunks.add(chunk.file)
    for (const imported of chunk.imports ?? []) add(imported)
  }
  for (const key of ['index.html', ...firstVisit]) add(key)
  const gzipOf = (file) => gzipSync(readFileSync(join(dist, file))).length
  const words = (language) =>
    ['common', 'search'].map((domain) => manifest[`src/locales/${language}/${domain}.json`].file)
  const weight = (language) => words(language).reduce((sum, file) => sum + gzipOf(file), 0)
  for (const file of words(weight('ru') > weight('en') ? 'ru' : 'en')) chunks.add(file)
  const scripts = readFileSync(join(dist, 'index.html'), 'utf8').matchAll(/<script src="\/([^"]+)"/g)
  for (const [, file] of scripts) chunks.add(file)
  const files = [...chunks].map((file) => ({ file, gzip: gzipOf(file) })).toSorted((a, b) => b.gzip - a.gzip)
  return { total: files.reduce((sum, { gzip }) => sum + gzip, 0), files }
}

if (import.meta.main) {
  const { total, files } = firstLoad()
  const line = (bytes, what) => `${(bytes / 1000).toFixed(1).padStart(7)} kB  ${what}\n`
  for (const { file, gzip } of files) process.stdout.write(line(gzip, file))
  process.stdout.write(line(total, 'first load of the store page, gzipped (at most 150)'))
}
