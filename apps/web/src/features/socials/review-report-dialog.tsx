import { reportContentInput, reportReasons } from '@kettle/api/client'
import { Button, Dialog, Notice, TextArea } from '@kettle/ui'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useSchemaForm } from '../../lib/form.ts'
import { trpc } from '../../lib/trpc.ts'

type ReportDialogProps = { kind: 'review' | 'message' | 'user'; targetId: string; onClose: () => void }

/** Tells moderators what is wrong with something. */
export default function ReviewReportDialog({ kind, targetId, onClose }: ReportDialogProps) {
  const { t } = useTranslation(['reviews', 'common'])
  const id = useId()
  const report = trpc.socials.reportContent.useMutation()
  const form = useSchemaForm({
    schema: reportContentInput,
    defaultValues: { kind, targetId, note: '' },
    onSubmit: (values) => report.mutateAsync(values),
  })
  if (report.isSuccess) {
    return (
      <Dialog title={t('report.done')} description={t('report.doneText')} onClose={onClose}>
        <Button className="justify-self-start" onClick={onClose}>
          {t('common:ui.close')}
        </Button>
      </Dialog>
    )
  }
  const wrong = form.errorOf('reason')
  return (
    <Dialog title={t('report.title')} description={t('report.lead')} onClose={onClose}>
      <form noValidate onSubmit={(event) => void form.submit(event)} className="grid gap-5">
        {form.failure && <Notice tone="bad">{form.failure}</Notice>}
        <fieldset aria-describedby={wrong ? `${id}-wrong` : undefined} className="grid gap-1">
          <legend className="mb-1 font-semibold">{t('report.reason')}</legend>
          {reportReasons.map((reason) => (
            <label key={reason} className="flex min-h-11 cursor-pointer items-center gap-3">
              <input
                type="radio"
                value={reason}
                {...form.register('reason')}
                className="size-5 shrink-0 accent-copper-fill"
              />
              {t(`report.reasons.${reason}`)}
            </label>
          ))}
          <p id={`${id}-wrong`} aria-live="polite" className="text-sm text-danger empty:hidden">
            {wrong}
          </p>
        </fieldset>
        <TextArea label={t('report.note')} rows={3} className="min-h-20" maxLength={500} {...form.field('note')} />
        <Button type="submit" className="justify-self-start" busy={form.busy}>
          {t('report.send')}
        </Button>
      </form>
    </Dialog>
  )
}
