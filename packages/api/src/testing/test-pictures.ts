import { createHash } from 'node:crypto'
import { DomainError } from '../errors.ts'
import type { PictureKind, PictureStore } from '../ports/picture-store.ts'

/** Names pictures by their bytes and keeps none. What begins with `bad` is refused. */
export class TestPictures implements PictureStore {
  readonly removed: string[] = []
  /** What there is, as `list` tells it. */
  names: string[] = []

  async *list(): AsyncGenerator<readonly string[]> {
    yield this.names
  }

  async remove(name: string): Promise<void> {
    this.removed.push(name)
  }

  async save(bytes: Buffer, kind: PictureKind): Promise<string> {
    if (bytes.toString().startsWith('bad')) throw new DomainError('INVALID_PICTURE')
    return `${createHash('sha256').update(kind).update(bytes).digest('hex').slice(0, 32)}/480.webp`
  }
}
