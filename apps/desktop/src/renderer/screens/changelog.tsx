import { formatDate, Tag } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { LibraryGame } from '../../shared/views.ts'
import { useChangelog } from '../lib/changelog.ts'
import { currentLanguage } from '../lib/i18n.ts'

const FEW = 3

/** What each version brought, newest first; which one is here, and which an update brings. */
export function Changelog({ game, here }: { game: LibraryGame; here: string | null }) {
  const { t } = useTranslation()
  const items = useChangelog(game.id, game.build?.id)
  if (!items || items.length === 0) return null
  const entry = ({ version, notes, releasedAt }: (typeof items)[number]) => (
    <li key={version} className="grid gap-1.5 border-l-2 border-line pl-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-lg font-bold wrap-anywhere">{version}</h3>
        <span className="text-sm text-ink-soft">{formatDate(releasedAt, currentLanguage())}</span>
        {version === here && <Tag>{t('changelog.here')}</Tag>}
        {here && version !== here && version === game.build?.version && <Tag>{t('changelog.update')}</Tag>}
      </div>
      <p className="max-w-prose wrap-break-word whitespace-pre-line select-text">{notes}</p>
    </li>
  )
  return (
    <section aria-labelledby="changelog" className="grid gap-4 border-t border-line pt-5">
      <h2 id="changelog" className="text-xl font-bold">
        {t('changelog.title')}
      </h2>
      <ol className="grid gap-5">{items.slice(0, FEW).map(entry)}</ol>
      {items.length > FEW && (
        <details>
          <summary className="w-fit rounded-md py-1 font-semibold text-ink-soft hover:text-copper">
            {t('changelog.older', { count: items.length - FEW })}
          </summary>
          <ol className="grid gap-5 pt-3">{items.slice(FEW).map(entry)}</ol>
        </details>
      )}
    </section>
  )
}
