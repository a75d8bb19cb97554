import { NOTE_MAX, type reportKinds, reportReasons } from '@kettle/api/client'
import { Button, Dialog, Notice, TextArea, useUi } from '@kettle/ui'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

type Reason = (typeof reportReasons)[number]
type ReportDialogProps = {
  kind: (typeof reportKinds)[number]
  /** Resolves to what went wrong, as a sentence, or to null. */
  onSend: (report: { reason: Reason; note: string }) => Promise<string | null>
  onClose: () => void
}

/** Tells moderators what is wrong with something or somebody. */
export function ReportDialog({ kind, onSend, onClose }: ReportDialogProps) {
  const { t } = useTranslation('reviews')
  const { words } = useUi()
  const id = useId()
  const [reason, setReason] = useState<Reason>()
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const [state, setState] = useState<'open' | 'busy' | 'done'>('open')
  const [problem, setProblem] = useState<string | null>(null)
  if (state === 'done')
    return (
      <Dialog title={t('report.done')} description={t('report.doneText')} onClose={onClose}>
        <Button className="justify-self-start" onClick={onClose}>
          {words.close}
        </Button>
      </Dialog>
    )
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (!reason) {
      setMissing(true)
      event.currentTarget.querySelector('input')?.focus()
      return
    }
    if (state === 'busy') return
    setState('busy')
    const failure = await onSend({ reason, note })
    setProblem(failure)
    setState(failure === null ? 'done' : 'open')
  }
  return (
    <Dialog title={t('report.title')} description={t('report.lead')} onClose={onClose}>
      <form noValidate onSubmit={(event) => void send(event)} className="grid gap-5">
        {problem && <Notice tone="bad">{problem}</Notice>}
        <fieldset aria-describedby={missing ? `${id}-missing` : undefined} className="grid gap-1">
          <legend className="mb-1 font-semibold">{t('report.reason')}</legend>
          {reasonsOf(kind).map((one) => (
            <label key={one} className="flex min-h-11 cursor-pointer items-center gap-3">
              <input
                type="radio"
                name={id}
                value={one}
                checked={reason === one}
                onChange={() => {
                  setReason(one)
                  setMissing(false)
                }}
                className="size-5 shrink-0 accent-copper-fill"
              />
              {t(`report.reasons.${one}`)}
            </label>
          ))}
          <p id={`${id}-missing`} aria-live="polite" className="text-sm text-danger empty:hidden">
            {missing && t('report.missing')}
          </p>
        </fieldset>
        <TextArea
          label={t('report.note')}
          rows={3}
          className="min-h-20"
          maxLength={NOTE_MAX}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <Button type="submit" className="justify-self-start" busy={state === 'busy'}>
          {t('report.send')}
        </Button>
      </form>
    </Dialog>
  )
}

/** Only a review can give a story away. */
function reasonsOf(kind: ReportDialogProps['kind']): Reason[] {
  return reportReasons.filter((reason) => reason !== 'spoiler' || kind === 'review')
}
