import { CoverImage, type Money, Price, Skeleton } from '@kettle/ui'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** What a card tells of a game. */
export interface LinkedGame {
  title: string
  cover: string | null
  price: Money
  basePrice: Money
  discountPercent: number | null
}

const frame = 'flex w-72 max-w-[85%] items-center gap-3 rounded-xl border border-line bg-surface p-2'

/** A game that a message links to; null while it is on its way. `link` is the app's own, around all of it. */
export function GameLinkCard({
  game,
  link,
}: {
  game: LinkedGame | null
  link: (className: string, children: ReactNode) => ReactElement
}): ReactElement {
  const { t } = useTranslation('messages')
  if (!game)
    return (
      <div className={frame}>
        <Skeleton className="h-16 w-12" />
        <Skeleton className="h-5 w-36" />
      </div>
    )
  return link(
    `${frame} transition hover:border-copper-fill`,
    <>
      <span className="w-12 shrink-0 overflow-hidden rounded-md">
        <CoverImage src={game.cover} title={game.title} shape="thumb" />
      </span>
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className="line-clamp-2 leading-tight font-semibold">
          <span className="sr-only">{t('game')}: </span>
          {game.title}
        </span>
        <Price price={game.price} basePrice={game.basePrice} discountPercent={game.discountPercent} />
      </span>
    </>,
  )
}
