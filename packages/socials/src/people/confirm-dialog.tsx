import { Button, Dialog, Notice } from '@kettle/ui'
import { useTranslation } from 'react-i18next'

type ConfirmDialogProps = {
  title: string
  lead: string
  submit: string
  busy: boolean
  /** Why it could not be done. */
  problem?: string | null
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something that can't be undone or that others notice, and says what will happen. */
export function ConfirmDialog({ title, lead, submit, busy, problem, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation('people')
  return (
    <Dialog title={title} description={lead} onClose={onClose}>
      {problem && <Notice tone="bad">{problem}</Notice>}
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
