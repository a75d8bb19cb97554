import { SftpFailure } from './requests.ts'

/** What uploads may take up. Sizes are in bytes; `entries` are files, folders and links. */
export interface UploadLimits {
  bytes: number
  entries: number
  links: number
  /** Bytes of files that nobody has sent: between what was written, or by setting a size. */
  holes: number
  /** Of all uploads of one publisher together that are not yet builds. */
  publisherBytes: number
  publisherEntries: number
}

export interface Usage {
  bytes: number
  entries: number
}

/** What one publisher's uploads take up on this node: those that somebody writes, and the rest as they were counted last. */
export interface PublisherUsage {
  readonly uploads: Map<string, Usage>
}

/** One file, folder or link of an upload. All handles on a file share it, also once the file has lost its name. */
export interface UploadEntry {
  size: number
  /** Bytes that were sent for it, at most its size. */
  filled: number
  handles: number
  named: boolean
  /** Where it points, for a link. */
  target?: string
}

export function newEntry(size = 0, target?: string): UploadEntry {
  const entry = { size, filled: size, handles: 0, named: true }
  return target === undefined ? entry : { ...entry, target }
}

/**
 * The entries of one upload by their paths, and what they take up. Every change is checked against the limits before it is
 * made. @throws SftpFailure over a limit, with a sentence that names it
 */
export class UploadBudget {
  readonly entries: Map<string, UploadEntry>
  readonly #limits: UploadLimits
  readonly #usage: Usage = { bytes: 0, entries: 0 }
  readonly #publisher: PublisherUsage
  #holes = 0
  #links = 0

  constructor(limits: UploadLimits, uploadId: string, publisher: PublisherUsage, entries: Map<string, UploadEntry>) {
    this.#limits = limits
    this.#publisher = publisher
    this.entries = entries
    for (const { size, target } of entries.values()) {
      this.#usage.bytes += size
      this.#links += target === undefined ? 0 : 1
    }
    this.#usage.entries = entries.size
    publisher.uploads.set(uploadId, this.#usage)
  }

  /** Adds something without bytes. */
  add(path: string, target?: string): UploadEntry {
    const { entries, links, publisherEntries } = this.#limits
    if (this.#usage.entries >= entries) throw tooMuch(`An upload takes up to ${entries} files and folders`)
    if (target !== undefined && this.#links >= links) throw tooMuch(`An upload takes up to ${links} links`)
    if (this.#publishers('entries') >= publisherEntries)
      throw tooMuch(`All your open uploads together take up to ${publisherEntries} files and folders`)
    const entry = newEntry(0, target)
    this.entries.set(path, entry)
    this.#usage.entries++
    if (target !== undefined) this.#links++
    return entry
  }

  /** Takes the name away; the bytes count for as long as somebody has the file open. */
  remove(path: string): void {
    const entry = this.entries.get(path)
    if (!entry) return
    this.entries.delete(path)
    this.#usage.entries--
    if (entry.target !== undefined) this.#links--
    entry.named = false
    this.#forget(entry)
  }

  close(entry: UploadEntry): void {
    entry.handles--
    this.#forget(entry)
  }

  /** Makes room for `sent` bytes that end at `end`. */
  write(entry: UploadEntry, end: number, sent: number): void {
    const size = Math.max(entry.size, end)
    this.#change(entry, size, Math.min(size, entry.filled + sent))
  }

  resize(entry: UploadEntry, size: number): void {
    this.#change(entry, size, Math.min(size, entry.filled))
  }

  /** Gives an entry, and all below it, another path. */
  move(from: string, to: string): void {
    for (const [path, entry] of [...this.entries]) {
      if (path !== from && !path.startsWith(`${from}/`)) continue
      this.entries.delete(path)
      this.entries.set(`${to}${path.slice(from.length)}`, entry)
    }
  }

  #publishers(what: keyof Usage): number {
    let sum = 0
    for (const usage of this.#publisher.uploads.values()) sum += usage[what]
    return sum
  }

  #change(entry: UploadEntry, size: number, filled: number): void {
    const { bytes, holes, publisherBytes } = this.#limits
    const growth = size - entry.size
    if (!Number.isSafeInteger(size) || size < 0) throw tooMuch('No file is that long')
    const holesThen = this.#holes + (size - filled) - (entry.size - entry.filled)
    if (growth > 0) {
      if (this.#usage.bytes + growth > bytes) throw tooMuch(`An upload takes up to ${bytes} bytes`)
      if (this.#publishers('bytes') + growth > publisherBytes)
        throw tooMuch(`All your open uploads together take up to ${publisherBytes} bytes`)
      if (holesThen > holes)
        throw tooMuch(`Files are written from their beginning on: up to ${holes} bytes may be left out`)
    }
    this.#usage.bytes += growth
    this.#holes = holesThen
    entry.size = size
    entry.filled = filled
  }

  #forget(entry: UploadEntry): void {
    if (entry.named || entry.handles > 0) return
    this.#usage.bytes -= entry.size
    this.#holes -= entry.size - entry.filled
    entry.size = 0
    entry.filled = 0
  }
}

const tooMuch = (message: string): SftpFailure => new SftpFailure('FAILURE', message)
