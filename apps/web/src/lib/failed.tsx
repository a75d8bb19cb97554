import { ErrorState } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { useExplain } from './errors.ts'

type FailedProps = {
  title: string
  /** 1 where it stands for the whole page. */
  headingLevel?: 1 | 2
  error: unknown
  onRetry: () => void
}

/** The failed face of a query: what, why, and try again. */
export function Failed({ title, headingLevel, error, onRetry }: FailedProps) {
  const { t } = useTranslation()
  const explain = useExplain()
  return (
    <ErrorState title={title} headingLevel={headingLevel} retry={{ label: t('retry'), onRetry }}>
      {explain(error)}
    </ErrorState>
  )
}
