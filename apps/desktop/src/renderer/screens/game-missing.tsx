import { EmptyState, ErrorState, Skeleton } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { LibraryView } from '../../shared/views.ts'
import { useFailureText } from '../lib/failure.ts'
import { ask } from '../lib/launcher.ts'

/** In the place of a game that is not in the library, or of which nobody knows whether it is. */
export function GameMissing({ library: { refreshedAt, refreshing, failure } }: { library: LibraryView }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  return (
    <>
      <h1 className="sr-only">{t('library.title')}</h1>
      {refreshedAt ? (
        <EmptyState title={t('game.notHere')} />
      ) : failure && !refreshing ? (
        <ErrorState
          title={t('library.failed')}
          retry={{ label: t('retry'), onRetry: () => void ask('refreshLibrary', undefined) }}
        >
          {failureText(failure)}
        </ErrorState>
      ) : (
        <div aria-busy="true" className="grid items-start gap-8 md:grid-cols-[18rem_1fr]">
          <Skeleton className="aspect-3/4 max-w-72 rounded-2xl" />
          <Skeleton className="h-40 rounded-2xl" />
        </div>
      )}
    </>
  )
}
