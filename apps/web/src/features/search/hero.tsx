import type { GameCard as Game } from '@kettle/api/client'
import { buttonClass, CoverImage, Price, Skeleton } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

const frame = 'relative isolate overflow-hidden bg-night text-steam'
const columns =
  'mx-auto grid max-w-6xl grid-cols-[1fr_auto] items-center gap-5 px-4 py-8 sm:gap-10 sm:py-12 md:min-h-110'
const coverSize = 'w-32 sm:w-56 md:w-64'

/** The game that the store page opens with, on ink, in the light of its own cover. */
export function Hero({ game }: { game: Game }) {
  const { t } = useTranslation('search')
  return (
    <section aria-labelledby="hero-title" className={frame}>
      {game.cover && (
        <img
          src={game.cover}
          alt=""
          className="absolute inset-0 -z-10 size-full scale-125 object-cover opacity-55 blur-3xl saturate-150"
        />
      )}
      <div aria-hidden="true" className="absolute inset-0 -z-10 bg-linear-to-r from-night via-night/65 to-night/5" />
      <div className={columns}>
        <div className="grid max-w-xl justify-items-start gap-3 sm:gap-4">
          <p className="text-sm font-semibold tracking-wide text-ember">{t('store.featured')}</p>
          <h1 id="hero-title" className="text-3xl font-bold sm:text-5xl">
            {game.title}
          </h1>
          <p className="line-clamp-4 text-steam-soft sm:text-lg">{game.shortDescription}</p>
          <div className="mt-1 flex flex-wrap items-center gap-x-5 gap-y-3">
            <Link to="/game/$slug" params={{ slug: game.slug }} className={buttonClass()}>
              {t('store.look')}
            </Link>
            <Price
              price={game.price}
              basePrice={game.basePrice}
              discountPercent={game.discountPercent}
              size="large"
              className="[&_s]:text-steam-soft"
            />
          </div>
        </div>
        <div className={`${coverSize} overflow-hidden rounded-xl shadow-pop sm:rotate-2`}>
          <CoverImage src={game.cover} title={game.title} eager />
        </div>
      </div>
    </section>
  )
}

/** The place of the hero while it loads. */
export function HeroSkeleton() {
  return (
    <div className={frame}>
      <div className={columns}>
        <div className="grid max-w-xl gap-4 opacity-25">
          <Skeleton className="h-5 w-40" />
          <Skeleton className="h-12 w-full max-w-96" />
          <Skeleton className="h-20 w-full" />
          <Skeleton className="h-11 w-44" />
        </div>
        <div className={`${coverSize} opacity-25`}>
          <Skeleton className="aspect-3/4 rounded-xl" />
        </div>
      </div>
    </div>
  )
}
