import { renewRecoveryCodesInput } from '@kettle/api/client'
import { Button, Dialog, Notice } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../../../lib/trpc.ts'
import { ProofFields } from './proof-fields.tsx'
import { RecoveryCodesDialog } from './recovery-codes-dialog.tsx'
import { useProofForm } from './use-proof-form.ts'

/** Ten new recovery codes in place of the old ones. */
export default function RenewDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('account')
  const utils = trpc.useUtils()
  const renew = trpc.auth.renewRecoveryCodes.useMutation()
  const [codes, setCodes] = useState<string[]>()
  const form = useProofForm({
    schema: renewRecoveryCodesInput,
    defaultValues: { password: '', code: '' },
    onSubmit: async (values) => {
      const { recoveryCodes } = await renew.mutateAsync(values)
      setCodes(recoveryCodes)
      void utils.auth.security.invalidate()
    },
  })
  if (codes) return <RecoveryCodesDialog codes={codes} onClose={onClose} />
  return (
    <Dialog title={t('secondStep.renew')} description={t('secondStep.renewLead')} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="grid gap-4">
        <ProofFields form={form} autoFocus />
        {form.failure && <Notice tone="bad">{form.failure}</Notice>}
        <Button type="submit" wide busy={form.busy}>
          {t('secondStep.renewSubmit')}
        </Button>
      </form>
    </Dialog>
  )
}
