import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Puts an SVG drawing into the picture folder under the hash of its content, and gives its file name. Twice is as once. */
export async function savePicture(folder: string, svg: string): Promise<string> {
  const name = `${createHash('sha256').update(svg).digest('hex').slice(0, 32)}.svg`
  await mkdir(folder, { recursive: true })
  const file = join(folder, name)
  await writeFile(`${file}.new`, svg)
  await rename(`${file}.new`, file)
  return name
}
