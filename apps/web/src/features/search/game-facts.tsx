import type { GamePage as Game } from '@kettle/api/client'
import { formatBytes, formatDate } from '@kettle/ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** What there is to know about a game in single words and figures. */
export function Facts({ game }: { game: Game }) {
  const { t, i18n } = useTranslation(['game', 'search'])
  const platformName = (platform: string) =>
    i18n.exists(`search:platform.${platform}`) ? t(`search:platform.${platform as 'any'}`) : platform
  const sizes = [...new Set(game.builds.map(({ installBytes }) => installBytes))]
  const [small, large] = [Math.min(...sizes), Math.max(...sizes)].map((bytes) => formatBytes(bytes, i18n.language))
  const facts: [name: string, value: ReactNode][] = []
  if (game.rating !== null)
    facts.push([
      t('rating'),
      <a key="rating" href="#reviews" className="text-copper underline decoration-1 underline-offset-4">
        {t('ratingOf', {
          percent: game.rating,
          count: game.reviewCount,
          total: game.reviewCount.toLocaleString(i18n.language),
        })}
      </a>,
    ])
  facts.push([t('developer'), game.developer], [t('publisher'), game.publisher])
  facts.push([t('released'), game.releaseDate ? formatDate(game.releaseDate, i18n.language) : t('noDate')])
  facts.push([t('platforms'), game.platforms.map(platformName).join(', ')])
  if (game.ageMark !== null)
    facts.push([
      t('age'),
      <span
        key="age"
        className="inline-grid h-8 min-w-11 place-items-center rounded-md border-2 border-current px-1.5 font-bold"
      >
        {game.ageMark}+
      </span>,
    ])
  if (sizes.length > 0) facts.push([t('size'), small === large ? small : `${small} – ${large}`])
  return (
    <section aria-labelledby="facts" className="grid max-w-2xl gap-3">
      <h2 id="facts" className="text-xl font-bold">
        {t('facts')}
      </h2>
      <dl className="grid border-t border-line">
        {facts.map(([name, value]) => (
          <div
            key={name}
            className="grid grid-cols-[9rem_minmax(0,1fr)] items-center gap-3 border-b border-line py-2.5 sm:grid-cols-[12rem_minmax(0,1fr)]"
          >
            <dt className="text-ink-soft">{name}</dt>
            <dd className="font-medium wrap-break-word">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
