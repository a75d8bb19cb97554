import { formatWait } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { BridgeError } from '../../shared/bridge.ts'
import en from '../locales/en.json'
import { currentLanguage } from './i18n.ts'

type Told = keyof typeof en.failures

/** The sentence for a reason; one without a sentence of its own gets the general one. */
export function useFailureText(): (reason: string) => string {
  const { t } = useTranslation()
  return (reason) => t(`failures.${reason in en.failures ? (reason as Told) : 'INTERNAL'}`)
}

/** The sentence for whatever an asking of the store has thrown. */
export function useStoreFailure(): (error: unknown) => string {
  const { t } = useTranslation()
  const text = useFailureText()
  return (error) => {
    if (!(error instanceof BridgeError)) return text('INTERNAL')
    const { reason, retryAfterSeconds } = error.failure
    if (reason !== 'RATE_LIMITED' || !retryAfterSeconds) return text(reason)
    return t('failures.RATE_LIMITED_FOR', { time: formatWait(retryAfterSeconds, currentLanguage()) })
  }
}
