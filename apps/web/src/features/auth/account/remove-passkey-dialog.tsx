import { removePasskeyInput } from '@kettle/api/client'
import { Button, Dialog, Notice } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { useToast } from '../../../lib/toasts.tsx'
import { trpc } from '../../../lib/trpc.ts'
import type { Passkey } from './passkeys-section.tsx'
import { ProofFields } from './proof-fields.tsx'
import { useProofForm } from './use-proof-form.ts'

/** Has the store forget a passkey. */
export default function RemovePasskeyDialog({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const { t } = useTranslation('account')
  const say = useToast()
  const utils = trpc.useUtils()
  const remove = trpc.auth.removePasskey.useMutation()
  const form = useProofForm({
    schema: removePasskeyInput,
    defaultValues: { id: passkey.id, password: '', code: undefined },
    onSubmit: async (values) => {
      await remove.mutateAsync(values)
      await utils.auth.security.invalidate()
      onClose()
      say('good', t('passkeys.removed'))
    },
  })
  return (
    <Dialog
      title={t('passkeys.removeOne', { name: passkey.name })}
      description={t('passkeys.removeLead')}
      onClose={onClose}
    >
      <form noValidate onSubmit={form.submit} className="grid gap-4">
        <ProofFields form={form} autoFocus />
        {form.failure && <Notice tone="bad">{form.failure}</Notice>}
        <Button type="submit" look="danger" wide busy={form.busy}>
          {t('passkeys.remove')}
        </Button>
      </form>
    </Dialog>
  )
}
