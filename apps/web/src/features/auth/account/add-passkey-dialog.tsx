import { addPasskeyInput, passkeyOptionsInput } from '@kettle/api/client'
import { Button, Dialog, Notice, TextField } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToast } from '../../../lib/toasts.tsx'
import { type Answers, trpc } from '../../../lib/trpc.ts'
import { makePasskey, passkeyFailure } from '../passkeys.ts'
import { ProofFields } from './proof-fields.tsx'
import { useDescribeDevice } from './use-describe-device.ts'
import { useProofForm } from './use-proof-form.ts'

const schema = passkeyOptionsInput.extend({ name: addPasskeyInput.shape.name })

/** Name and password, then the device's own question, and the store knows one more passkey. */
export default function AddPasskeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['account', 'auth'])
  const say = useToast()
  const describe = useDescribeDevice()
  const utils = trpc.useUtils()
  const getOptions = trpc.auth.passkeyOptions.useMutation()
  const add = trpc.auth.addPasskey.useMutation()
  const [trouble, setTrouble] = useState<string>()
  // Kept when the device's question was waved away: the code of the second step can't be given twice.
  const [asked, setAsked] = useState<Answers['auth']['passkeyOptions']>()
  const form = useProofForm({
    schema,
    defaultValues: { name: describe(navigator.userAgent), password: '', code: undefined },
    onSubmit: async ({ name, ...proof }) => {
      setTrouble(undefined)
      const { challengeId, options } = asked ?? (await getOptions.mutateAsync(proof))
      setAsked({ challengeId, options })
      const response = await makePasskey(options).catch((error: unknown) => {
        const failure = passkeyFailure(error)
        if (!failure) throw error
        setTrouble(t(`passkeys.${failure}`))
      })
      if (!response) return
      setAsked(undefined)
      await add.mutateAsync({ challengeId, response, name })
      await utils.auth.security.invalidate()
      onClose()
      say('good', t('passkeys.addedNow'))
    },
  })
  return (
    <Dialog title={t('passkeys.add')} description={t('passkeys.addLead')} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="grid gap-4">
        <TextField
          label={t('passkeys.name')}
          hint={t('passkeys.nameHint')}
          autoComplete="off"
          {...form.field('name')}
        />
        {asked ? <Notice>{t('passkeys.proven')}</Notice> : <ProofFields form={form} autoFocus />}
        {(trouble || form.failure) && <Notice tone="bad">{trouble ?? form.failure}</Notice>}
        <Button type="submit" wide busy={form.busy}>
          {asked ? t('passkeys.again') : t('passkeys.submit')}
        </Button>
      </form>
    </Dialog>
  )
}
