import { failureOf } from '../../lib/errors.ts'

/** Whether there is nobody there for the caller (any more): then what was read before is no longer theirs to see. */
export function isMissing(error: unknown): boolean {
  return error != null && /^(NOT_FOUND|INVALID_INPUT)$/.test(failureOf(error).reason)
}
