import { CoverImage, Price, Skeleton } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { trpc } from '../../../lib/trpc.ts'

/** A game of this store that a message links to. One that is not there shows nothing: the link stands above anyway. */
export default function GameLinkCard({ slug }: { slug: string }) {
  const { t } = useTranslation('messages')
  const query = trpc.search.game.useQuery({ slug }, { retry: false, staleTime: 5 * 60_000 })
  if (query.error) return null
  const game = query.data
  const frame = 'flex w-72 max-w-[85%] items-center gap-3 rounded-xl border border-line bg-surface p-2'
  if (!game)
    return (
      <div className={frame}>
        <Skeleton className="h-16 w-12" />
        <Skeleton className="h-5 w-36" />
      </div>
    )
  return (
    <Link to="/game/$slug" params={{ slug }} className={`${frame} transition hover:border-copper-fill`}>
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
    </Link>
  )
}
