import { Button, DownloadIcon, Section } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../../../lib/errors.ts'
import { lazyDialog } from '../../../lib/lazy-part.tsx'
import { useToast } from '../../../lib/toasts.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { AccountPage } from './account-layout.tsx'
import { saveFile } from './save-file.ts'

const DeleteDialog = lazyDialog(() => import('./delete-dialog.tsx'))

/** What the store knows of its user: to take along, or to have forgotten. */
export function DataPage() {
  const { t } = useTranslation('account')
  const say = useToast()
  const explain = useExplain()
  const [deleting, setDeleting] = useState(false)
  const exportData = trpc.auth.exportData.useMutation({
    onSuccess: (data) => {
      const day = new Date().toISOString().slice(0, 10)
      saveFile(`kettle-${day}.json`, JSON.stringify(data, null, 2), 'application/json')
    },
    onError: (error) => say('bad', explain(error)),
  })
  return (
    <AccountPage title={t('data.title')} lead={t('data.lead')}>
      <Section title={t('data.export')} lead={t('data.exportLead')}>
        <Button
          look="secondary"
          className="justify-self-start"
          busy={exportData.isPending}
          onClick={() => exportData.mutate()}
        >
          <DownloadIcon />
          {t('data.download')}
        </Button>
      </Section>
      <Section tone="danger" title={t('delete.title')} lead={t('delete.lead')}>
        <Button look="danger" className="justify-self-start" onClick={() => setDeleting(true)}>
          {t('delete.open')}
        </Button>
      </Section>
      {deleting && <DeleteDialog onClose={() => setDeleting(false)} />}
    </AccountPage>
  )
}
