import { useTranslation } from 'react-i18next'
import { BridgeError } from '../../../shared/bridge.ts'
import { useStoreFailure } from '../../lib/failure.ts'

/** The sentence for what went wrong with a review; of one that can't be found, that it is gone. */
export function useReviewFailure(): (error: unknown) => string {
  const { t } = useTranslation('reviews')
  const explain = useStoreFailure()
  return (error) =>
    error instanceof BridgeError && error.failure.reason === 'NOT_FOUND' ? `${t('moderation.gone')}.` : explain(error)
}
