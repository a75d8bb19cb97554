import { Button, Dialog, formatMoney, Notice } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../../lib/errors.ts'
import { newIdempotencyKey } from '../../lib/idempotency-key.ts'
import { type Answers, trpc } from '../../lib/trpc.ts'

type RefundDialogProps = {
  game: { id: string; title: string }
  /** Where the money would go; null when it cost nothing. */
  money: Answers['payments']['refundTerms']['money']
  onClose: (refunded: boolean) => void
}

/** Asks once, says what happens to the money, and tells when it is done. */
export default function RefundDialog({ game, money, onClose }: RefundDialogProps) {
  const { t, i18n } = useTranslation(['payments', 'common'])
  const explain = useExplain()
  const utils = trpc.useUtils()
  const [done, setDone] = useState(false)
  // Pressed again after an answer that was lost, it is the same refund.
  const [idempotencyKey] = useState(newIdempotencyKey)
  const way = money?.to ?? 'none'
  const amount = money ? formatMoney(money.amount, i18n.language) : ''
  const refund = trpc.payments.refund.useMutation({ onSuccess: () => setDone(true) })

  const close = () => {
    onClose(done)
    if (!done) return
    void utils.payments.invalidate()
    void utils.library.invalidate()
    void utils.search.invalidate()
  }
  if (done) {
    return (
      <Dialog
        title={t('refund.done')}
        description={t(`refund.doneText.${way}`, { title: game.title, amount })}
        onClose={close}
      >
        <Button className="justify-self-start" onClick={close}>
          {t('common:ui.close')}
        </Button>
      </Dialog>
    )
  }
  return (
    <Dialog
      title={t('refund.title', { title: game.title })}
      description={t(`refund.money.${way}`, { amount })}
      onClose={close}
    >
      {refund.error && <Notice tone="bad">{explain(refund.error)}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button
          look="danger"
          busy={refund.isPending}
          onClick={() => refund.mutate({ gameId: game.id, idempotencyKey })}
        >
          {t('refund.confirm')}
        </Button>
        <Button look="secondary" onClick={close}>
          {t('refund.keep')}
        </Button>
      </div>
    </Dialog>
  )
}
