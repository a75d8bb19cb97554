import { TransactionOverError } from '@kettle/db'
import type { TRPCError } from '@trpc/server'
import { ZodError, type z } from 'zod'
import type { Reason } from './reasons.ts'

type Code = TRPCError['code']

const codes: Record<Reason, Code> = {
  ALREADY_OWNED: 'CONFLICT',
  ATTEMPT_NOT_PROVED: 'UNAUTHORIZED',
  BALANCE_LEFT: 'PRECONDITION_FAILED',
  BUILD_IN_USE: 'CONFLICT',
  BUILD_NOT_READY: 'NOT_FOUND',
  CARD_NOT_POSSIBLE: 'PRECONDITION_FAILED',
  CHALLENGE_EXPIRED: 'BAD_REQUEST',
  CODE_EXPIRED: 'BAD_REQUEST',
  CODE_INVALID: 'BAD_REQUEST',
  DISCOUNT_OVERLAPS: 'CONFLICT',
  FORBIDDEN: 'FORBIDDEN',
  GAME_CHANGED: 'CONFLICT',
  GAME_OWNED: 'PRECONDITION_FAILED',
  HAS_GAMES: 'PRECONDITION_FAILED',
  IDEMPOTENCY_KEY_REUSED: 'CONFLICT',
  INGEST_FAILED: 'CONFLICT',
  INSUFFICIENT_FUNDS: 'PRECONDITION_FAILED',
  INTERNAL: 'INTERNAL_SERVER_ERROR',
  INVALID_BUILD: 'BAD_REQUEST',
  INVALID_CREDENTIALS: 'UNAUTHORIZED',
  INVALID_INPUT: 'BAD_REQUEST',
  INVALID_PICTURE: 'BAD_REQUEST',
  NOT_FOR_SALE: 'PRECONDITION_FAILED',
  NOT_FOUND: 'NOT_FOUND',
  NOT_FRIENDS: 'FORBIDDEN',
  NOT_OWNED: 'FORBIDDEN',
  NOT_PLAYABLE: 'PRECONDITION_FAILED',
  NOT_RELEASED: 'PRECONDITION_FAILED',
  NOT_SIGNED_IN: 'UNAUTHORIZED',
  ORDER_EXPIRED: 'PRECONDITION_FAILED',
  PASSKEY_INVALID: 'UNAUTHORIZED',
  PASSWORD_TOO_COMMON: 'BAD_REQUEST',
  PAYMENT_DECLINED: 'PRECONDITION_FAILED',
  PLAY_SESSION_ENDED: 'CONFLICT',
  PRICE_CHANGED: 'CONFLICT',
  RATE_LIMITED: 'TOO_MANY_REQUESTS',
  REFUND_PLAYED_TOO_LONG: 'PRECONDITION_FAILED',
  REFUND_WINDOW_OVER: 'PRECONDITION_FAILED',
  SECOND_FACTOR_MISSING: 'FORBIDDEN',
  SECOND_FACTOR_OFF: 'PRECONDITION_FAILED',
  SECOND_FACTOR_ON: 'CONFLICT',
  SECOND_FACTOR_REQUIRED: 'UNAUTHORIZED',
  SLUG_TAKEN: 'CONFLICT',
  TOO_MANY_ATTEMPTS: 'TOO_MANY_REQUESTS',
  TOO_MANY_FRIENDS: 'PRECONDITION_FAILED',
  TOO_MANY_PASSKEYS: 'PRECONDITION_FAILED',
  TOO_MANY_UPLOADS: 'PRECONDITION_FAILED',
  UNAVAILABLE: 'SERVICE_UNAVAILABLE',
  UPLOAD_CANCELLED: 'CONFLICT',
  UPLOAD_CLOSED: 'CONFLICT',
  VERSION_TAKEN: 'CONFLICT',
  WALLET_BLOCKED: 'PRECONDITION_FAILED',
}

const messages: Partial<Record<Reason, string>> = {
  ALREADY_OWNED: 'You own this game already',
  WALLET_BLOCKED: 'A payment into this wallet was taken back after it was spent: pay that in first',
  CARD_NOT_POSSIBLE: 'This amount can not be paid by card, only from the wallet',
  ATTEMPT_NOT_PROVED: 'Several people registered this address: the password that you chose is needed too',
  BALANCE_LEFT: 'There is money in the wallet: spend it, or say that it may go',
  BUILD_IN_USE: 'A channel gives this build to players: promote another first',
  BUILD_NOT_READY: 'There is no build of this game for that platform and channel yet',
  CHALLENGE_EXPIRED: 'This took too long or was used already, begin again',
  CODE_EXPIRED: 'No code is waiting for this address: it is over or was replaced',
  CODE_INVALID: 'That is not the right code',
  GAME_CHANGED: 'Somebody else changed the same of this game meanwhile',
  GAME_OWNED: 'Somebody owns this game or is paying for it: withdraw it instead',
  HAS_GAMES: 'Games of yours are in the store: delete them first',
  DISCOUNT_OVERLAPS: 'Another discount of this game runs at that time',
  IDEMPOTENCY_KEY_REUSED: 'This idempotency key belongs to another order',
  INGEST_FAILED: 'No build could be made of this upload',
  INSUFFICIENT_FUNDS: 'There is not enough in the wallet',
  INVALID_CREDENTIALS: 'The address or the password is wrong',
  NOT_FOR_SALE: 'This game is not on sale',
  NOT_FOUND: 'There is nothing here',
  NOT_FRIENDS: 'You are not friends',
  NOT_OWNED: 'You do not own this game',
  NOT_PLAYABLE: 'This game has no build that starts, so it can not be bought yet',
  NOT_RELEASED: 'This game is not out yet',
  NOT_SIGNED_IN: 'Log in first',
  ORDER_EXPIRED: 'This order waited too long for its payment',
  PASSKEY_INVALID: 'This passkey was not accepted',
  PASSWORD_TOO_COMMON: 'This password is one of the most common ones',
  PAYMENT_DECLINED: 'The payment was declined',
  PLAY_SESSION_ENDED: 'This play session is over',
  PRICE_CHANGED: 'The price is another one by now: look again before you buy',
  RATE_LIMITED: 'Too many requests, try again later',
  REFUND_PLAYED_TOO_LONG: 'It was played longer than a refund allows',
  REFUND_WINDOW_OVER: 'The time for a refund is over',
  SECOND_FACTOR_MISSING: 'This store wants a second factor for this: switch on codes from an app in your account',
  SECOND_FACTOR_OFF: 'Codes from an app are not switched on',
  SECOND_FACTOR_ON: 'Codes from an app are switched on already',
  SECOND_FACTOR_REQUIRED: 'A code of your second factor is needed too',
  SLUG_TAKEN: 'Another game has this address',
  TOO_MANY_ATTEMPTS: 'Too many wrong codes: ask for a new one',
  TOO_MANY_FRIENDS: 'There are too many friends or open requests already',
  TOO_MANY_PASSKEYS: 'Remove a passkey before you add another',
  UNAVAILABLE: 'Part of the store is away for a moment, try again',
  TOO_MANY_UPLOADS: 'Too many of your uploads are not yet builds: finish or cancel one first',
  UPLOAD_CANCELLED: 'This upload was cancelled',
  UPLOAD_CLOSED: 'This upload takes no more files',
  VERSION_TAKEN: 'This version was pushed already',
}

export interface DomainErrorDetails {
  message?: string
  /** Whole seconds after which trying again makes sense. */
  retryAfterSeconds?: number
  /** What is wrong with which input field. */
  fields?: Record<string, string>
  /** Whose account it is about, for the log alone. */
  userId?: string | undefined
  cause?: unknown
}

/** A failure that belongs to the store's rules, thrown where it happens; `reason` is what clients branch on. */
export class DomainError extends Error {
  readonly reason: Reason
  readonly retryAfterSeconds: number | undefined
  readonly fields: Record<string, string> | undefined
  readonly userId: string | undefined

  constructor(reason: Reason, details: DomainErrorDetails = {}) {
    super(details.message ?? messages[reason] ?? reason, { cause: details.cause })
    this.name = 'DomainError'
    this.reason = reason
    this.retryAfterSeconds = details.retryAfterSeconds
    this.fields = details.fields
    this.userId = details.userId
  }

  get code(): Code {
    return codes[this.reason]
  }
}

/** What a failed call is called towards the caller: a domain error as it is, bad input by field, an outage as such; null for the unknown. */
export function asDomainError(error: TRPCError): DomainError | null {
  if (error.cause instanceof DomainError) return error.cause
  if (error.cause instanceof ZodError)
    return new DomainError('INVALID_INPUT', { message: 'Some fields are not right', fields: fieldsOf(error.cause) })
  if (isOutage(error.cause)) return new DomainError('UNAVAILABLE', { retryAfterSeconds: 2, cause: error.cause })
  return null
}

function fieldsOf(error: ZodError): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues.flatMap(closest)) fields[issue.path.join('.')] ??= issue.message
  return fields
}

type Issue = z.core.$ZodIssue

/** What is wrong with one of several shapes of input, by the shape that knows all the keys, else the one that is wrong in least. */
function closest(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.path.length > 0) return [issue]
  const unknownKeys = (issues: Issue[]) => issues.filter(({ code }) => code === 'unrecognized_keys').length
  const [best] = issue.errors.toSorted((a, b) => unknownKeys(a) - unknownKeys(b) || a.length - b.length)
  return best?.length ? best : [issue]
}

const outageCodes = new Set([
  ...['CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED', 'CONNECT_TIMEOUT', 'TRANSACTION_ROLLED_BACK'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'],
  // Postgres: shutting down, crashed, not up yet, too many connections; a statement or a lock that took too long.
  ...['57P01', '57P02', '57P03', '53300', '57014', '55P03', '25P03'],
])

/** Whether Postgres (at any depth of causes) is away or gave up, rather than the query being wrong. */
export function isOutage(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof TransactionOverError) return true
    if ('code' in cause && outageCodes.has(String(cause.code))) return true
  }
  return false
}

/** Whether a write broke this unique index or constraint. */
export function violates(error: unknown, constraint: string): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ('constraint_name' in cause && cause.constraint_name === constraint) return true
  return false
}
