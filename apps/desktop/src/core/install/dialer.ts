import { DepotError } from '@kettle/depot'
import { InstallError } from './errors.ts'
import { type Connect, type Line, LineError } from './line.ts'
import type { DownloadTicket, InstallClock } from './ports.ts'

/** Gets lines, with as many tickets and tries as that takes. */
export interface Dialer {
  /** The ticket in use; asks for the first. */
  ticket(): Promise<DownloadTicket>
  /**
   * A new line for the build with this manifest. Waits and tries again while nothing answers; several callers wait for
   * each other. @throws InstallError LINE_LOST when it gives up, BUILD_CHANGED, or with the store's own reason.
   */
  dial(manifestSha256: string): Promise<Line>
  /** Does something with a line, anew when that breaks. The line is kept for the next who dials. */
  use<T>(manifestSha256: string, work: (line: Line) => Promise<T>): Promise<T>
  /** Bytes came: the tries start anew. */
  progressed(): void
  /** Closes the line that was kept, if nobody took it. */
  close(): void
}

const TRIES = 9
const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 30_000
/** Answers of the store that may be another the next time. Any other reason is final. */
const PASSING = new Set(['RATE_LIMITED', 'UNAVAILABLE', 'INTERNAL', 'TIMEOUT'])

export function openDialer({
  ticket: askTicket,
  connect,
  clock,
  signal,
}: {
  ticket: () => Promise<DownloadTicket>
  connect: Connect
  clock: InstallClock
  signal: AbortSignal
}): Dialer {
  let current: DownloadTicket | null = null
  let spare: Line | null = null
  let failures = 0
  let last: Promise<unknown> = Promise.resolve()

  /** Does it, again and again: each failure waits longer than the one before. */
  const persist = async <T>(attempt: () => Promise<T>): Promise<T> => {
    for (;;) {
      signal.throwIfAborted()
      try {
        return await attempt()
      } catch (error) {
        signal.throwIfAborted()
        const final = finalError(error)
        if (final) throw final
        if (++failures >= TRIES) {
          throw new InstallError('LINE_LOST', `Nothing came after ${failures} tries: ${messageOf(error)}`, {
            cause: error,
          })
        }
        // The first failure costs nothing: most often a ticket was merely used up.
        const wait = failures === 1 ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 2))
        if (wait > 0) await clock.sleep(wait * (0.5 + Math.random() / 2), signal)
      }
    }
  }
  const ticket = (): Promise<DownloadTicket> =>
    persist(async () => {
      current ??= await askTicket()
      return current
    })
  const tryLine = async (manifestSha256: string): Promise<Line> => {
    current ??= await askTicket()
    if (current.build.manifestSha256 !== manifestSha256) {
      throw new InstallError('BUILD_CHANGED', `The store now offers version ${current.build.version}`)
    }
    try {
      return await connect(current)
    } catch (error) {
      // Used up, expired or revoked: which of them, the store says when asked for another.
      if (error instanceof LineError && error.refused) current = null
      throw error
    }
  }
  const takeSpare = (): Line | null => {
    const line = spare
    spare = null
    return line
  }
  const inTurn = <T>(ask: () => Promise<T>): Promise<T> => {
    const answer = last.then(ask, ask)
    last = answer.catch(() => {})
    return answer
  }
  return {
    ticket: () => inTurn(ticket),
    dial: (manifestSha256) => inTurn(() => persist(async () => takeSpare() ?? tryLine(manifestSha256))),
    use: (manifestSha256, work) =>
      inTurn(() =>
        persist(async () => {
          const line = await tryLine(manifestSha256)
          try {
            const result = await work(line)
            spare = line
            return result
          } catch (error) {
            line.close()
            throw error
          }
        }),
      ),
    close: () => takeSpare()?.close(),
    progressed() {
      failures = 0
    },
  }
}

/** The error to stop with, or null for one that may pass. */
function finalError(error: unknown): InstallError | null {
  if (error instanceof InstallError) return error
  if (error instanceof DepotError) return new InstallError('MANIFEST_INVALID', error.message, { cause: error })
  const reason = reasonOf(error)
  if (reason === null || PASSING.has(reason)) return null
  return new InstallError(reason, `The store refuses the download: ${messageOf(error)}`, { cause: error })
}

/** The reason in an error of the API, by its client (`data.reason`) or thrown as such (`reason`). */
function reasonOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null
  const data = 'data' in error && typeof error.data === 'object' && error.data !== null ? error.data : error
  return 'reason' in data && typeof data.reason === 'string' ? data.reason : null
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
