import { disableTotpInput } from '@kettle/api/client'
import { Button, Dialog, Notice } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { useToast } from '../../../lib/toasts.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { ProofFields } from './proof-fields.tsx'
import { useProofForm } from './use-proof-form.ts'

/** Switches the second step off. */
export default function DisableDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('account')
  const say = useToast()
  const utils = trpc.useUtils()
  const disable = trpc.auth.disableTotp.useMutation()
  const form = useProofForm({
    schema: disableTotpInput,
    defaultValues: { password: '', code: '' },
    onSubmit: async (values) => {
      await disable.mutateAsync(values)
      await utils.auth.security.invalidate()
      onClose()
      say('good', t('secondStep.disabled'))
    },
  })
  return (
    <Dialog title={t('secondStep.disable')} description={t('secondStep.disableLead')} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="grid gap-4">
        <ProofFields form={form} autoFocus />
        {form.failure && <Notice tone="bad">{form.failure}</Notice>}
        <Button type="submit" look="danger" wide busy={form.busy}>
          {t('secondStep.disable')}
        </Button>
      </form>
    </Dialog>
  )
}
