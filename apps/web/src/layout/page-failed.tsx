import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Failed } from '../lib/failed.tsx'
import { usePageTitle } from '../lib/page-title.ts'
import { reloadIfStale } from '../lib/stale-build.ts'

/** A page that broke while loading or drawing. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  const router = useRouter()
  usePageTitle(t('failed.title'))
  useEffect(() => {
    // What a dynamic import rejects with.
    if (error instanceof TypeError) void reloadIfStale()
  }, [error])
  return (
    <Failed
      title={t('failed.title')}
      headingLevel={1}
      error={error}
      onRetry={() => {
        // Code that didn't come is asked for only by a new visit.
        if (error instanceof TypeError) return location.reload()
        reset()
        void router.invalidate()
      }}
    />
  )
}
