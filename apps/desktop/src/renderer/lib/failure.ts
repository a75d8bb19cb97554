import { useTranslation } from 'react-i18next'
import en from '../locales/en.json'

type Told = keyof typeof en.failures

/** The sentence for a reason; one without a sentence of its own gets the general one. */
export function useFailureText(): (reason: string) => string {
  const { t } = useTranslation()
  return (reason) => t(`failures.${reason in en.failures ? (reason as Told) : 'INTERNAL'}`)
}
