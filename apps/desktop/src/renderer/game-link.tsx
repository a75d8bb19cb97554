import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { gamePlace } from '../shared/notice-place.ts'
import { useLauncher } from './lib/launcher.ts'

/** A way to a game, or to its reviews: to its screen where the player has it, else to its page in the store, outside. */
export function GameLink({
  game,
  part,
  className,
  children,
}: {
  game: { id?: string; slug: string }
  part?: 'reviews'
  className: string
  children: ReactNode
}) {
  const { t } = useTranslation()
  const { snapshot } = useLauncher()
  const place = snapshot ? gamePlace(game, snapshot, part) : ''
  const outside = !place.startsWith('#')
  return (
    <a
      href={place}
      {...(outside && { target: '_blank', rel: 'noreferrer', title: t('game.inBrowser') })}
      className={className}
    >
      {children}
    </a>
  )
}
