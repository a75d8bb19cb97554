import { formatDate } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { trpc } from '../../lib/trpc.ts'

/** What each version of an owned game brought, newest first. Where there is nothing to tell it takes no room. */
export function Changelog({ gameId }: { gameId: string }) {
  const { t, i18n } = useTranslation('library')
  const changelog = trpc.library.changelog.useQuery({ gameId })
  const items = changelog.data?.items ?? []
  if (items.length === 0) return null
  return (
    <section aria-labelledby="changelog" className="grid max-w-2xl gap-4">
      <h2 id="changelog" className="text-2xl font-bold">
        {t('changelog')}
      </h2>
      <ol className="grid gap-5">
        {items.map(({ version, notes, releasedAt }) => (
          <li key={version} className="grid gap-1.5 border-l-2 border-line pl-4">
            <h3 className="flex flex-wrap items-baseline gap-x-3 text-lg font-bold wrap-anywhere">
              {version}
              <span className="font-sans text-sm font-normal text-ink-soft">
                {formatDate(releasedAt, i18n.language)}
              </span>
            </h3>
            <p className="wrap-break-word whitespace-pre-line">{notes}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
