import { notesSchema } from '@kettle/api/client'
import { Button, Dialog, Notice, TextArea } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { useSchemaForm } from '../../lib/form.ts'
import { useToast } from '../../lib/toasts.tsx'
import { trpc } from '../../lib/trpc.ts'

const schema = z.object({ notes: notesSchema })

/** What is new in a build, for its owners to read. Empty takes it back. */
export function NotesDialog({
  gameId,
  build,
  onClose,
}: {
  gameId: string
  build: { id: string; version: string; notes: string }
  onClose: () => void
}) {
  const { t } = useTranslation('publish')
  const say = useToast()
  const utils = trpc.useUtils()
  const save = trpc.storage.saveNotes.useMutation()
  const { field, submit, busy, failure } = useSchemaForm<z.infer<typeof schema>>({
    schema,
    defaultValues: { notes: build.notes },
    async onSubmit({ notes }) {
      await save.mutateAsync({ buildId: build.id, notes })
      await Promise.all([utils.storage.builds.invalidate({ gameId }), utils.library.changelog.invalidate({ gameId })])
      say('good', t('builds.notesSaved', { version: build.version }))
      onClose()
    },
  })
  return (
    <Dialog title={t('builds.notesOf', { version: build.version })} onClose={onClose}>
      <form onSubmit={submit} className="grid gap-5">
        {failure && <Notice tone="bad">{failure}</Notice>}
        <TextArea label={t('builds.notes')} hint={t('builds.notesHint')} rows={8} {...field('notes')} />
        <div className="flex flex-wrap justify-end gap-3">
          <Button look="secondary" onClick={onClose}>
            {t('builds.keepNotes')}
          </Button>
          <Button type="submit" busy={busy}>
            {t('builds.saveNotes')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
