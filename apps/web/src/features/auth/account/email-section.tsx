import { changeEmailInput, confirmEmailChangeInput } from '@kettle/api/client'
import { Button, CodeField, Notice, Section, TextField } from '@kettle/ui'
import { useState } from 'react'
import { Controller } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useSchemaForm } from '../../../lib/form.ts'
import { setSession, type User } from '../../../lib/session.ts'
import { useToast } from '../../../lib/toasts.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { forgetCode, rememberCode, waitingCode } from '../code-life.ts'
import { CodeWait } from '../code-wait.tsx'
import { ProofFields } from './proof-fields.tsx'
import { useProofForm } from './use-proof-form.ts'

/** Another address, once both the old and the new one have answered. What was begun goes on after a reload. */
export function EmailSection({ user }: { user: User }) {
  const { t } = useTranslation('account')
  const [to, setTo] = useState(() => {
    const waiting = waitingCode('email')
    return waiting && waiting.until > Date.now() ? waiting.email : undefined
  })
  const stop = () => {
    forgetCode('email')
    setTo(undefined)
  }
  return (
    <Section title={t('email.title')} lead={t('email.now', { email: user.email })}>
      {to ? <BothCodes from={user.email} to={to} onDone={stop} /> : <AskForCodes onSent={setTo} />}
    </Section>
  )
}

function AskForCodes({ onSent }: { onSent: (email: string) => void }) {
  const { t } = useTranslation('account')
  const change = trpc.auth.changeEmail.useMutation()
  const form = useProofForm({
    schema: changeEmailInput,
    defaultValues: { email: '', password: '', code: undefined },
    onSubmit: async (values) => {
      const { expiresAt } = await change.mutateAsync(values)
      const email = values.email.trim()
      rememberCode('email', email, expiresAt)
      onSent(email)
    },
  })
  return (
    <form noValidate onSubmit={form.submit} className="grid gap-4">
      <TextField
        label={t('email.new')}
        hint={t('email.newHint')}
        type="email"
        inputMode="email"
        autoComplete="email"
        {...form.field('email')}
      />
      <ProofFields form={form} />
      {form.failure && <Notice tone="bad">{form.failure}</Notice>}
      <Button type="submit" className="justify-self-start" busy={form.busy}>
        {t('email.ask')}
      </Button>
    </form>
  )
}

function BothCodes({ from, to, onDone }: { from: string; to: string; onDone: () => void }) {
  const { t } = useTranslation('account')
  const say = useToast()
  const confirm = trpc.auth.confirmEmailChange.useMutation()
  const form = useSchemaForm({
    schema: confirmEmailChangeInput,
    defaultValues: { oldCode: '', newCode: '' },
    // The store doesn't say which.
    blame: { CODE_INVALID: ['oldCode', 'ONE_CODE_WRONG'] },
    onSubmit: async (values) => {
      const user = await confirm.mutateAsync(values)
      await setSession(user)
      onDone()
      say('good', t('email.done', { email: user.email }))
    },
  })
  return (
    <form noValidate onSubmit={form.submit} className="grid gap-4">
      <p>{t('email.bothCodes')}</p>
      {(['oldCode', 'newCode'] as const).map((name) => (
        <Controller
          key={name}
          control={form.control}
          name={name}
          render={({ field }) => (
            <CodeField
              {...field}
              label={t(`email.${name}`, { email: name === 'oldCode' ? from : to })}
              length={8}
              autoFocus={name === 'oldCode'}
              error={form.errorOf(name)}
            />
          )}
        />
      ))}
      {form.failure && <Notice tone="bad">{form.failure}</Notice>}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" busy={form.busy}>
          {t('email.confirm')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('email.startOver')}
        </Button>
      </div>
      <CodeWait purpose="email" email={to} />
    </form>
  )
}
