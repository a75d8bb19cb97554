import { changePasswordInput } from '@kettle/api/client'
import { Button, Notice, Section } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../lib/session.ts'
import { useToast } from '../../../lib/toasts.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { NewPasswordField } from '../new-password-field.tsx'
import { ProofFields } from './proof-fields.tsx'
import { useProofForm } from './use-proof-form.ts'

/** Another password; whoever else is logged in has to know it. */
export function PasswordSection() {
  const { t } = useTranslation(['account', 'auth'])
  const say = useToast()
  const { user } = useSession()
  const utils = trpc.useUtils()
  const change = trpc.auth.changePassword.useMutation()
  const empty = { oldPassword: '', newPassword: '', code: undefined }
  const form = useProofForm({
    schema: changePasswordInput,
    defaultValues: empty,
    passwordField: 'oldPassword',
    onSubmit: async (values) => {
      await change.mutateAsync(values)
      form.reset({ ...empty, code: values.code === undefined ? undefined : '' })
      say('good', t('password.done'))
      void utils.auth.sessions.invalidate()
    },
  })
  return (
    <Section title={t('password.title')} lead={t('password.lead')}>
      <form noValidate onSubmit={form.submit} className="grid gap-4">
        <ProofFields form={form} />
        <NewPasswordField
          label={t('auth:reset.newPassword')}
          value={form.watch('newPassword')}
          owner={user ? [user.name, user.email] : []}
          {...form.field('newPassword')}
        />
        {form.failure && <Notice tone="bad">{form.failure}</Notice>}
        <Button type="submit" className="justify-self-start" busy={form.busy}>
          {t('password.submit')}
        </Button>
      </form>
    </Section>
  )
}
