import { Button, Dialog, Notice } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { type Explain, useSending } from './use-sending.ts'

type ReviewRemoveDialogProps = { onRemove: () => Promise<unknown>; explain: Explain; onClose: () => void }

/** Asks before one's own review goes. */
export function ReviewRemoveDialog({ onRemove, explain, onClose }: ReviewRemoveDialogProps) {
  const { t } = useTranslation('reviews')
  const { busy, problem, send } = useSending(explain)
  const remove = () =>
    send(async () => {
      await onRemove()
      onClose()
    })
  return (
    <Dialog title={t('own.removeTitle')} description={t('own.removeText')} onClose={onClose}>
      {problem && <Notice tone="bad">{problem}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button look="danger" busy={busy} onClick={() => void remove()}>
          {t('own.remove')}
        </Button>
        <Button look="secondary" onClick={onClose}>
          {t('own.keep')}
        </Button>
      </div>
    </Dialog>
  )
}
