import { formatWait } from '@kettle/ui'
import { TRPCClientError } from '@trpc/client'
import { useTranslation } from 'react-i18next'

type Failure = {
  /** The API's reason, or OFFLINE where nothing answered. */
  reason: string
  fields: Record<string, string>
  retryAfterSeconds?: number
  requestId?: string
}

/** What a failed call says, in one shape, whatever was thrown. */
export function failureOf(error: unknown): Failure {
  // A page's code that didn't come: the line is cut, or a new release has taken its place.
  if (error instanceof TypeError && /import/i.test(error.message)) return { reason: 'OFFLINE', fields: {} }
  if (!(error instanceof TRPCClientError)) return { reason: 'INTERNAL', fields: {} }
  if (!error.data) return { reason: 'OFFLINE', fields: {} }
  const { reason = 'INTERNAL', fields = {}, retryAfterSeconds, requestId } = error.data
  return { reason, fields, retryAfterSeconds, requestId }
}

/**
 * Turns a failure into a sentence in the reader's language. The sentences come after the first paint (`loadLateWords`); before
 * that, and where they can't come at all, the few of the frame's own words do.
 */
export function useExplain(): (error: unknown) => string {
  const { t, i18n } = useTranslation(['common', 'errors'], { useSuspense: false })
  return (error) => {
    const { reason, retryAfterSeconds, requestId } = failureOf(error)
    if (reason === 'OFFLINE') return t('failed.offline')
    const word = /^(RATE_LIMITED|TOO_MANY_ATTEMPTS)$/.test(reason) && retryAfterSeconds ? 'RATE_LIMITED_FOR' : reason
    if (i18n.exists(`errors:${word}`)) {
      return t(`errors:${word as 'RATE_LIMITED_FOR'}`, { time: formatWait(retryAfterSeconds ?? 0, i18n.language) })
    }
    const sentence = t('failed.internal')
    return requestId ? `${sentence} ${t('failed.requestId', { id: requestId })}` : sentence
  }
}
