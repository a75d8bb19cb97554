import { ErrorState } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { useExplain } from './errors.ts'

/** The failed face of a query: what, why, and try again. */
export function Failed({ title, error, onRetry }: { title: string; error: unknown; onRetry: () => void }) {
  const { t } = useTranslation()
  const explain = useExplain()
  return (
    <ErrorState title={title} retry={{ label: t('retry'), onRetry }}>
      {explain(error)}
    </ErrorState>
  )
}
