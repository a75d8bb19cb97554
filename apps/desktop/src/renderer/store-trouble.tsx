import { ErrorState, Notice } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { useStoreFailure } from './lib/failure.ts'

/** Why the store has not answered: all there is to show, or a line above what it answered earlier. */
export function StoreTrouble({
  title,
  asked,
}: {
  title: string
  asked: { error: unknown; data: unknown; refetch: () => unknown }
}) {
  const { t } = useTranslation()
  const failure = useStoreFailure()
  const { error, data, refetch } = asked
  if (!error) return null
  if (data)
    return (
      <div role="status" className="p-2">
        <Notice>{t('stale', { why: failure(error) })}</Notice>
      </div>
    )
  return (
    <ErrorState title={title} retry={{ label: t('retry'), onRetry: () => void refetch() }}>
      {failure(error)}
    </ErrorState>
  )
}
