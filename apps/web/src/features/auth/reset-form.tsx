import { confirmResetInput, resetPasswordInput } from '@kettle/api/client'
import { Button, CodeField, Notice, PasswordField, TextField } from '@kettle/ui'
import { useState } from 'react'
import { Controller } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useSchemaForm } from '../../lib/form.ts'
import { useToast } from '../../lib/toasts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { useEnter } from './enter.ts'
import { Entrance, textLinkClass } from './entrance.tsx'

type ResetFormProps = { email?: string; code?: string; from?: string }

/** First the address, then the code from the mail with a new password. The mail's link leads straight to the second. */
export function ResetForm({ email, code, from }: ResetFormProps) {
  const [sentTo, setSentTo] = useState(code ? email : undefined)
  return sentTo ? (
    <NewPassword email={sentTo} code={code} from={from} onOtherAddress={() => setSentTo(undefined)} />
  ) : (
    <AskForCode email={email} onSent={setSentTo} />
  )
}

function AskForCode({ email, onSent }: { email?: string; onSent: (email: string) => void }) {
  const { t } = useTranslation('auth')
  const reset = trpc.auth.resetPassword.useMutation()
  const form = useSchemaForm({
    schema: resetPasswordInput,
    defaultValues: { email: email ?? '' },
    onSubmit: async (values) => {
      await reset.mutateAsync(values)
      onSent(values.email)
    },
  })
  return (
    <Entrance title={t('reset.title')} lead={t('reset.lead')}>
      <form noValidate onSubmit={form.submit} className="grid gap-5">
        <TextField label={t('email')} type="email" autoComplete="username" autoFocus {...form.field('email')} />
        {form.failure && <Notice tone="bad">{form.failure}</Notice>}
        <Button type="submit" size="large" wide busy={form.busy}>
          {t('reset.submit')}
        </Button>
      </form>
    </Entrance>
  )
}

type NewPasswordProps = { email: string; code?: string; from?: string; onOtherAddress: () => void }

function NewPassword({ email, code, from, onOtherAddress }: NewPasswordProps) {
  const { t } = useTranslation('auth')
  const say = useToast()
  const enter = useEnter(from)
  const confirmReset = trpc.auth.confirmReset.useMutation()
  const form = useSchemaForm({
    schema: confirmResetInput,
    defaultValues: { email, code: code ?? '', password: '' },
    onSubmit: async (values) => {
      const { user } = await confirmReset.mutateAsync(values)
      await enter(user)
      say('good', t('reset.done'))
    },
  })
  return (
    <Entrance
      title={t('reset.codeTitle')}
      lead={t('reset.codeLead', { email })}
      footer={
        <button type="button" onClick={onOtherAddress} className={textLinkClass}>
          {t('reset.otherAddress')}
        </button>
      }
    >
      <form noValidate onSubmit={form.submit} className="grid gap-5">
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <Controller
          control={form.control}
          name="code"
          render={({ field }) => (
            <CodeField {...field} label={t('confirm.code')} length={8} autoFocus={!code} error={form.errorOf('code')} />
          )}
        />
        <PasswordField
          label={t('reset.newPassword')}
          hint={t('passwordHint')}
          autoComplete="new-password"
          {...form.field('password')}
        />
        {form.failure && <Notice tone="bad">{form.failure}</Notice>}
        <Button type="submit" size="large" wide busy={form.busy}>
          {t('reset.save')}
        </Button>
      </form>
    </Entrance>
  )
}
