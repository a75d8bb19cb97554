import { resetPasswordInput } from '@kettle/api/client'
import { Button, Notice, TextField } from '@kettle/ui'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSchemaForm } from '../../lib/form.ts'
import { trpc } from '../../lib/trpc.ts'
import { codeDeadline, rememberCode } from './code-life.ts'
import { Entrance, textLinkClass } from './entrance.tsx'
import { NewPasswordForm } from './new-password-form.tsx'

type ResetFormProps = { email?: string; code?: string; from?: string }

/** First the address, then the code from the mail with a new password. The mail's link leads straight to the second. */
export function ResetForm({ email, code, from }: ResetFormProps) {
  // A reload in between comes back to the second step, too.
  const waits = email && (code || (codeDeadline('reset', email) ?? 0) > Date.now())
  const [sentTo, setSentTo] = useState(waits ? email : undefined)
  const navigate = useNavigate()
  const sent = (to: string) => {
    setSentTo(to)
    void navigate({ to: '/reset', search: { email: to, from }, replace: true })
  }
  return sentTo ? (
    <NewPasswordForm email={sentTo} code={code} from={from} onOtherAddress={() => setSentTo(undefined)} />
  ) : (
    <AskForCode email={email} from={from} onSent={sent} />
  )
}

function AskForCode({ email, from, onSent }: { email?: string; from?: string; onSent: (email: string) => void }) {
  const { t } = useTranslation('auth')
  const reset = trpc.auth.resetPassword.useMutation()
  const form = useSchemaForm({
    schema: resetPasswordInput,
    defaultValues: { email: email ?? '' },
    onSubmit: async (values) => {
      const { expiresAt } = await reset.mutateAsync(values)
      rememberCode('reset', values.email, expiresAt)
      onSent(values.email)
    },
  })
  return (
    <Entrance
      title={t('reset.title')}
      lead={t('reset.lead')}
      footer={
        <Link to="/login" search={{ from }} className={textLinkClass}>
          {t('reset.remembered')}
        </Link>
      }
    >
      <form noValidate onSubmit={form.submit} className="grid gap-5">
        <TextField
          label={t('email')}
          type="email"
          inputMode="email"
          autoComplete="username"
          autoFocus
          {...form.field('email')}
        />
        {form.failure && <Notice tone="bad">{form.failure}</Notice>}
        <Button type="submit" size="large" wide busy={form.busy}>
          {t('reset.submit')}
        </Button>
      </form>
    </Entrance>
  )
}
