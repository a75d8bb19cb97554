import type { GameCard as Game } from '@kettle/api/client'
import { GameCard, Price } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

type StoreCardProps = { game: Game; reason?: ReactNode; eager?: boolean; headingLevel?: 2 | 3 }

/** A game on the store's shelves: its page behind the cover, its price below. */
export function StoreCard({ game, reason, eager, headingLevel }: StoreCardProps) {
  return (
    <GameCard
      title={game.title}
      cover={game.cover}
      reason={reason}
      eager={eager}
      headingLevel={headingLevel}
      link={(title, className) => (
        <Link to="/game/$slug" params={{ slug: game.slug }} className={className}>
          {title}
        </Link>
      )}
      footer={<Price price={game.price} basePrice={game.basePrice} discountPercent={game.discountPercent} />}
    />
  )
}
