import { Button, Dialog, Notice } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../../lib/errors.ts'
import { trpc } from '../../lib/trpc.ts'

type RefundDialogProps = { game: { id: string; title: string }; onClose: (refunded: boolean) => void }

/** Asks once, says what happens to the money, and tells when it is done. */
export default function RefundDialog({ game, onClose }: RefundDialogProps) {
  const { t } = useTranslation(['payments', 'common'])
  const explain = useExplain()
  const utils = trpc.useUtils()
  const [done, setDone] = useState(false)
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
      <Dialog title={t('refund.done')} description={t('refund.doneText', { title: game.title })} onClose={close}>
        <Button className="justify-self-start" onClick={close}>
          {t('common:ui.close')}
        </Button>
      </Dialog>
    )
  }
  return (
    <Dialog title={t('refund.title', { title: game.title })} description={t('refund.money')} onClose={close}>
      {refund.error && <Notice tone="bad">{explain(refund.error)}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button look="danger" busy={refund.isPending} onClick={() => refund.mutate({ gameId: game.id })}>
          {t('refund.confirm')}
        </Button>
        <Button look="secondary" onClick={close}>
          {t('refund.keep')}
        </Button>
      </div>
    </Dialog>
  )
}
