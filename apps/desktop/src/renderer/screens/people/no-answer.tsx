import { ErrorState } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { BridgeError } from '../../../shared/bridge.ts'
import { useFailureText } from '../../lib/failure.ts'

/** Why the store has not answered, and another try. */
export function NoAnswer({ title, error, onRetry }: { title: string; error: BridgeError; onRetry: () => unknown }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  return (
    <ErrorState title={title} retry={{ label: t('retry'), onRetry: () => void onRetry() }}>
      {failureText(error.failure.reason)}
    </ErrorState>
  )
}
