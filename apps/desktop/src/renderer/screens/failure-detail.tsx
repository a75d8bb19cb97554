import { useTranslation } from 'react-i18next'
import type { FailureDetail as Detail } from '../../shared/views.ts'

/** File, chunk and cause of a failure, folded away: for who wants to know, or to tell the store. */
export function FailureDetail({ detail }: { detail: Detail }) {
  const { t } = useTranslation()
  const facts = [
    [t('downloads.file'), detail.file],
    [t('downloads.chunk'), detail.chunk],
    [t('downloads.cause'), detail.message],
  ]
  return (
    <details className="text-sm">
      <summary className="w-fit cursor-pointer rounded-md py-1 font-semibold">{t('downloads.details')}</summary>
      <dl className="grid gap-1 pt-1 select-text sm:grid-cols-[auto_1fr] sm:gap-x-4">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name} className="contents">
                <dt className="font-semibold">{name}</dt>
                <dd className="font-mono text-xs leading-5 wrap-anywhere">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </details>
  )
}
