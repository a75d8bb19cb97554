import { formatDuration } from '@kettle/ui'
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

/** Turns a failure into a sentence in the reader's language. */
export function useExplain(): (error: unknown) => string {
  const { t, i18n } = useTranslation()
  return (error) => {
    const { reason, retryAfterSeconds, requestId } = failureOf(error)
    if (/^(RATE_LIMITED|TOO_MANY_ATTEMPTS)$/.test(reason) && retryAfterSeconds) {
      return t('errors.RATE_LIMITED_FOR', { time: waitTime(retryAfterSeconds, i18n.language) })
    }
    const known = i18n.exists(`errors.${reason}`) ? (reason as 'INTERNAL') : 'INTERNAL'
    const sentence = t(`errors.${known}`)
    return known === 'INTERNAL' && requestId ? `${sentence} ${t('errors.requestId', { id: requestId })}` : sentence
  }
}

/** A wait as people say it: seconds under a minute, then minutes rounded up. */
export function waitTime(seconds: number, locale: string): string {
  if (seconds >= 60) return formatDuration(Math.ceil(seconds / 60) * 60, locale)
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', unitDisplay: 'short' }).format(
    Math.ceil(seconds),
  )
}
