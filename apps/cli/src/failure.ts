import type { AppRouter, Reason } from '@kettle/api/client'
import { TRPCClientError } from '@trpc/client'
import { oneLine } from './clean-text.ts'

/** A failure with a sentence for the person at the terminal. */
export class CliFailure extends Error {
  /** 1: it did not work; 2: the command line is wrong. */
  readonly exitCode: 1 | 2

  constructor(message: string, { exitCode = 1, cause }: { exitCode?: 1 | 2; cause?: unknown } = {}) {
    super(message, { cause })
    this.name = 'CliFailure'
    this.exitCode = exitCode
  }
}

/** The command line is wrong: exit code 2 and a pointer to the help. */
export function misuse(message: string): CliFailure {
  return new CliFailure(`${message}\nTry: kettle --help`, { exitCode: 2 })
}

const advice: Partial<Record<Reason, string>> = {
  BUILD_IN_USE: 'A channel gives this build to players. Promote another one there first.',
  FORBIDDEN: 'This account is not a publisher. Ask whoever runs the store.',
  INVALID_CREDENTIALS: 'The address or the password is wrong.',
  NOT_FOUND: 'The store knows nothing by that name among your games and builds.',
  NOT_SIGNED_IN: 'You are not logged in, or no longer. Run: kettle login',
  TOO_MANY_UPLOADS: 'Too many of your uploads are not yet builds. See: kettle uploads',
  UPLOAD_CLOSED: 'This upload is over. Run the push again.',
  VERSION_TAKEN: 'This version was pushed already. Choose another --version.',
}

/** Any failure as the sentence to print. */
export function explain(error: unknown): string {
  if (error instanceof CliFailure) return error.message
  if (error instanceof TRPCClientError) return explainAnswer(error as TRPCClientError<AppRouter>)
  return oneLine(error instanceof Error ? error.message : String(error))
}

function explainAnswer(error: TRPCClientError<AppRouter>): string {
  const { data } = error
  if (!data) return `The store does not answer as a store: ${oneLine(reach(error))}`
  const said = advice[data.reason]
  const fields = said
    ? []
    : Object.entries(data.fields ?? {}).map(([field, problem]) => `\n  ${oneLine(field)}: ${oneLine(String(problem))}`)
  const wait = data.retryAfterSeconds ? ` Try again in ${data.retryAfterSeconds} s.` : ''
  const request = data.reason === 'INTERNAL' && data.requestId ? ` (request ${oneLine(String(data.requestId))})` : ''
  return `${said ?? `${oneLine(error.message)}.`}${wait}${request}${fields.join('')}`
}

/** What lies under a failed fetch: `fetch failed` alone helps nobody. */
function reach(error: Error): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    if ('code' in cause && typeof cause.code === 'string')
      return `${cause.code}. Is the address right, and is it running?`
  return error.message
}
