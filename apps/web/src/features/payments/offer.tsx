import type { GamePage } from '@kettle/api/client'
import { Button, buttonClass, CheckIcon, formatDate, Price } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyDialog } from '../../lib/lazy-part.tsx'
import { useSession } from '../../lib/session.ts'
import { useAsUser } from '../../lib/use-as-user.ts'
import { Refund } from './refund.tsx'
import { RefundPromise } from './refund-promise.tsx'
import { WaitingOrders } from './waiting-orders.tsx'

const BuyDialog = lazyDialog(() => import('./buy-dialog.tsx'))

/** What a game costs and how to have it; for an owner, that it is theirs and how to give it back. */
export function Offer({ game }: { game: GamePage }) {
  const { t, i18n } = useTranslation(['payments', 'game'])
  const { busy, asUser } = useAsUser(`/game/${game.slug}`)
  const { user } = useSession()
  const [buying, setBuying] = useState(false)

  return (
    <>
      {game.owned ? (
        <>
          <p className="flex items-center gap-2 text-lg font-bold text-patina">
            <CheckIcon /> {t('offer.owned')}
          </p>
          <Link
            to="/library"
            className={buttonClass({
              look: game.builds.length > 0 ? 'secondary' : 'primary',
              size: 'large',
              wide: true,
            })}
          >
            {t('offer.openLibrary')}
          </Link>
          <Refund game={game} />
        </>
      ) : (
        <>
          <Price price={game.price} basePrice={game.basePrice} discountPercent={game.discountPercent} size="large" />
          {game.discountUntil && (
            <p className="-mt-2 text-sm text-patina">
              {t('game:saleUntil', { date: formatDate(game.discountUntil, i18n.language) })}
            </p>
          )}
          {game.forSale ? (
            <Button size="large" wide busy={busy} onClick={() => void asUser(() => setBuying(true))}>
              {game.price.amount === 0 ? t('offer.getFree') : t('offer.buy')}
            </Button>
          ) : (
            <p>
              {t(`offer.${game.saleStatus}`, {
                date: game.releaseDate && formatDate(game.releaseDate, i18n.language),
              })}
            </p>
          )}
          {user && <WaitingOrders gameId={game.id} />}
          {game.forSale && game.price.amount > 0 && <RefundPromise />}
        </>
      )}
      {buying && <BuyDialog game={game} onClose={() => setBuying(false)} />}
    </>
  )
}
