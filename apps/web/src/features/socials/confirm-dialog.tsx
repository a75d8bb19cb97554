import { Button, Dialog } from '@kettle/ui'
import { useTranslation } from 'react-i18next'

type ConfirmDialogProps = {
  title: string
  lead: string
  submit: string
  busy: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something that others notice, and says what will happen. */
export function ConfirmDialog({ title, lead, submit, busy, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog title={title} description={lead} onClose={onClose}>
      <div className="flex flex-wrap justify-end gap-3">
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button look="danger" busy={busy} onClick={onConfirm}>
          {submit}
        </Button>
      </div>
    </Dialog>
  )
}
