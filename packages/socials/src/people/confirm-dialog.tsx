import { Button, Dialog, Notice } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

type ConfirmDialogProps = {
  title: string
  lead: string
  submit: string
  /** Does it; resolves to what went wrong, as a sentence, or to null. */
  onConfirm: () => Promise<string | null>
  /** `done`: it was not only looked at. */
  onClose: (done: boolean) => void
}

/** Asks before something that can't be undone or that others notice, and says what will happen. */
export function ConfirmDialog({ title, lead, submit, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation('people')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const confirm = async (): Promise<void> => {
    setBusy(true)
    const failure = await onConfirm()
    setBusy(false)
    setProblem(failure)
    if (failure === null) onClose(true)
  }
  return (
    <Dialog title={title} description={lead} onClose={() => onClose(false)}>
      {problem && <Notice tone="bad">{problem}</Notice>}
      <div className="flex flex-wrap justify-end gap-3">
        <Button look="quiet" onClick={() => onClose(false)}>
          {t('cancel')}
        </Button>
        <Button look="danger" busy={busy} onClick={() => void confirm()}>
          {submit}
        </Button>
      </div>
    </Dialog>
  )
}
