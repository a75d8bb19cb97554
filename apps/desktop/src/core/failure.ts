import { TRPCClientError } from '@trpc/client'
import { BridgeError } from '../shared/bridge.ts'
import type { Failure, FailureReason } from '../shared/views.ts'
import { InstallError } from './install/index.ts'

/** A failure that the screen has words for. */
export function fail(reason: FailureReason, message: string, cause?: unknown): BridgeError {
  return new BridgeError({ reason, message }, { cause })
}

/** Whatever was thrown, as a failure with a reason. A store that can't be reached is OFFLINE. */
export function failureOf(error: unknown): Failure {
  if (error instanceof BridgeError) return error.failure
  if (error instanceof InstallError) {
    const { reason, message, file, chunk } = error
    return { reason: reason as FailureReason, message, file, chunk }
  }
  if (error instanceof TRPCClientError) return failureOfAnswer(error)
  return { reason: 'INTERNAL', message: error instanceof Error ? error.message : String(error) }
}

function failureOfAnswer(error: TRPCClientError<never>): Failure {
  const data = error.data as { reason?: FailureReason; retryAfterSeconds?: number } | undefined
  if (!data?.reason) return { reason: 'OFFLINE', message: error.message }
  return { reason: data.reason, message: error.message, retryAfterSeconds: data.retryAfterSeconds }
}
