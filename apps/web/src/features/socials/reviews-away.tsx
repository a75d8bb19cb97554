import { ErrorState } from '@kettle/ui'
import { useTranslation } from 'react-i18next'

/** In the place of what couldn't be loaded. */
export function ReviewsAway() {
  const { t } = useTranslation()
  return (
    <ErrorState title={t('failed.title')} retry={{ label: t('retry'), onRetry: () => location.reload() }}>
      {t('failed.offline')}
    </ErrorState>
  )
}
