import { buttonClass, EmptyState } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../lib/page-title.ts'

/** An address that leads nowhere. */
export function PageMissing() {
  const { t } = useTranslation()
  usePageTitle(t('notFound.title'))
  return (
    <EmptyState
      title={t('notFound.title')}
      headingLevel={1}
      action={
        <Link to="/" className={buttonClass()}>
          {t('toStore')}
        </Link>
      }
    >
      {t('notFound.text')}
    </EmptyState>
  )
}
