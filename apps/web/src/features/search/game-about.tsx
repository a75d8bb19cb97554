import type { GamePage as Game } from '@kettle/api/client'
import { tagLinkClass } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { WrittenText } from '../../lib/written-text.tsx'

/** The game in its maker's words. */
export function About({ game }: { game: Game }) {
  const { t } = useTranslation('game')
  if (game.description.trim() === '') return null
  return (
    <section aria-labelledby="about" className="grid max-w-2xl gap-4">
      <h2 id="about" className="text-2xl font-bold">
        {t('about')}
      </h2>
      <WrittenText text={game.description} />
    </section>
  )
}

/** Genres and tags, each a way to games like it. */
export function Labels({ game }: { game: Game }) {
  const { t } = useTranslation('game')
  // A word that is a genre and a tag leads to the same games.
  const labels = [...new Map(game.labels.map((label) => [label.value, label])).values()]
  if (labels.length === 0) return null
  return (
    <section aria-labelledby="tags" className="grid gap-3">
      <h2 id="tags" className="text-xl font-bold">
        {t('tags')}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {labels.map(({ value, name }) => (
          <li key={value}>
            <Link to="/search" search={{ tags: value }} className={tagLinkClass}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
