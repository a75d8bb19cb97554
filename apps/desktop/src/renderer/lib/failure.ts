import { useTranslation } from 'react-i18next'
import { BridgeError } from '../../shared/bridge.ts'
import en from '../locales/en.json'

type Told = keyof typeof en.failures

/** The sentence for a reason; one without a sentence of its own gets the general one. */
export function useFailureText(): (reason: string) => string {
  const { t } = useTranslation()
  return (reason) => t(`failures.${reason in en.failures ? (reason as Told) : 'INTERNAL'}`)
}

/** The sentence for whatever an asking of the store has thrown. */
export function useStoreFailure(): (error: unknown) => string {
  const text = useFailureText()
  return (error) => text(error instanceof BridgeError ? error.failure.reason : 'INTERNAL')
}
