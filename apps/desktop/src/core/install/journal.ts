import { closeSync, openSync, writeSync } from 'node:fs'
import { bootSeconds, statePaths } from './state-paths.ts'

/** Which chunks of which files are in staging: file index -> ordinals. */
export type StagedChunks = Map<number, Set<number>>

/** The book of what staging holds. Append-only; a line cut off by a crash is as if never written. */
export interface Journal {
  /** Notes that these `count` chunks of a file, from `ordinal` on, are in its staging file. */
  add(file: number, ordinal: number, count: number): void
  /** Writes what was added. What is written outlives this process, though not a power cut. */
  flush(): void
  close(): void
}

export function openJournal(dir: string, manifestSha256: string, fresh: boolean): Journal {
  const fd = openSync(statePaths(dir).journal, fresh ? 'w' : 'a')
  let lines = fresh ? `${JSON.stringify({ manifestSha256, boot: bootSeconds() })}\n` : ''
  const flush = (): void => {
    if (lines !== '') writeSync(fd, lines)
    lines = ''
  }
  flush()
  return {
    add(file, ordinal, count) {
      lines += `${file} ${ordinal} ${count}\n`
    },
    flush,
    close: () => closeSync(fd),
  }
}
