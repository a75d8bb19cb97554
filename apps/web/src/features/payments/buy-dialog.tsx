import type { GamePage } from '@kettle/api/client'
import { Button, buttonClass, Dialog } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../../lib/trpc.ts'
import { Checkout } from './checkout.tsx'

type BuyDialogProps = { game: GamePage; onClose: () => void }

/** From price to "it is yours". */
export default function BuyDialog({ game, onClose }: BuyDialogProps) {
  const { t } = useTranslation('payments')
  const utils = trpc.useUtils()
  const [bought, setBought] = useState(false)
  const close = () => {
    onClose()
    // Only now: the page behind would otherwise change under the dialog that tells of it.
    if (bought) void utils.search.invalidate()
  }
  if (bought) {
    return (
      <Dialog title={t('buy.done')} description={t('buy.doneText', { title: game.title })} onClose={close}>
        <div className="flex flex-wrap gap-3">
          <Link to="/library" className={buttonClass()} onClick={() => void utils.search.invalidate()}>
            {t('buy.toLibrary')}
          </Link>
          <Button look="secondary" onClick={close}>
            {t('buy.keepLooking')}
          </Button>
        </div>
      </Dialog>
    )
  }
  const title = t(game.price.amount === 0 ? 'buy.titleFree' : 'buy.title', { title: game.title })
  return (
    <Dialog title={title} onClose={close}>
      <Checkout game={game} onBought={() => setBought(true)} />
    </Dialog>
  )
}
