import { CheckIcon, ClockIcon, CloseIcon, formatDate } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OwnGame } from './own-game.tsx'

const steps = [
  { name: 'startingBuild', to: '/publish/$gameId/builds' },
  { name: 'published', to: '/publish/$gameId' },
  { name: 'released', to: '/publish/$gameId' },
] as const

/** What is still to be done before people can buy a game, each with the way to where it is done. */
export function SaleChecklist({ game }: { game: OwnGame }) {
  const { t, i18n } = useTranslation('publish')
  if (game.missingForSale.length === 0) return null
  return (
    <section
      aria-labelledby="sale-checklist"
      className="grid max-w-3xl gap-3 rounded-2xl border border-line bg-copper-wash px-5 py-4"
    >
      <h2 id="sale-checklist" className="text-lg font-bold">
        {t('checklist.title')}
      </h2>
      <ul className="grid gap-1.5">
        {steps.map(({ name, to }) => {
          const isMissing = game.missingForSale.includes(name)
          const date = game.releaseDate ? formatDate(game.releaseDate, i18n.language) : ''
          return (
            <li key={name} className="flex items-start gap-2">
              {isMissing && name === 'released' ? (
                <ClockIcon className="mt-0.5 size-5 shrink-0 text-ink-soft" />
              ) : isMissing ? (
                <CloseIcon className="mt-0.5 size-5 shrink-0 text-danger" />
              ) : (
                <CheckIcon className="mt-0.5 size-5 shrink-0 text-patina" />
              )}
              {isMissing ? (
                <Link to={to} params={{ gameId: game.id }} className="underline underline-offset-4">
                  {t(`checklist.missing.${name}`, { date })}
                </Link>
              ) : (
                <span className="text-ink-soft">{t(`checklist.done.${name}`)}</span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
