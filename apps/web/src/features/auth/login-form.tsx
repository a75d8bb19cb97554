import { loginInput } from '@kettle/api/client'
import { Button, Notice, PasswordField, TextField } from '@kettle/ui'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../../lib/errors.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { trpc } from '../../lib/trpc.ts'
import { useEnter } from './enter.ts'
import { Entrance, textLinkClass } from './entrance.tsx'
import { PasskeyLogin } from './passkey-login.tsx'
import { SecondFactorField } from './second-factor-field.tsx'
import { useAlreadyIn } from './use-already-in.ts'

/** Two fields, and a way out for who forgot the second; for who has a second step, one more field on the same form. */
export function LoginForm({ from }: { from?: string }) {
  const { t } = useTranslation('auth')
  useAlreadyIn(from)
  const enter = useEnter(from)
  const navigate = useNavigate()
  const login = trpc.auth.login.useMutation()
  const [step, setStep] = useState<'password' | 'code'>('password')
  const form = useSchemaForm({
    schema: loginInput,
    defaultValues: { email: '', password: '', code: undefined },
    blame: { CODE_INVALID: ['code', 'SECOND_FACTOR_WRONG'] },
    onSubmit: async (values) => {
      try {
        const { user } = await login.mutateAsync(values)
        await enter(user)
      } catch (error) {
        const { reason } = failureOf(error)
        if (reason === 'SECOND_FACTOR_REQUIRED') {
          form.setValue('code', '')
          return setStep('code')
        }
        // Changed in the meantime, on another device: the fields to mend it are on the first step.
        if (reason === 'INVALID_CREDENTIALS') backToPassword()
        throw error
      }
    },
  })
  const backToPassword = () => {
    form.setValue('code', undefined)
    setStep('password')
  }
  const failure = form.failure && <Notice tone="bad">{form.failure}</Notice>

  if (step === 'code') {
    return (
      <Entrance title={t('login.stepTitle')} lead={t('login.stepLead')}>
        <form key="code" noValidate onSubmit={form.submit} className="grid gap-5">
          <SecondFactorField
            autoFocus
            onSwitch={() => form.resetField('code', { defaultValue: '' })}
            {...form.field('code')}
          />
          {failure}
          <Button type="submit" size="large" wide busy={form.busy}>
            {t('login.submit')}
          </Button>
          <Button look="quiet" className="justify-self-center" onClick={backToPassword}>
            {t('login.otherAccount')}
          </Button>
        </form>
      </Entrance>
    )
  }
  return (
    <Entrance
      title={t('login.title')}
      lead={t('login.lead')}
      footer={
        <>
          {t('login.noAccount')}{' '}
          <Link to="/register" search={{ from }} className={textLinkClass}>
            {t('login.register')}
          </Link>
        </>
      }
    >
      <form key="password" noValidate onSubmit={form.submit} className="grid gap-5">
        <TextField
          label={t('email')}
          type="email"
          inputMode="email"
          autoComplete="username webauthn"
          autoFocus
          {...form.field('email')}
        />
        <PasswordField label={t('password')} autoComplete="current-password" {...form.field('password')} />
        {failure}
        <Button type="submit" size="large" wide busy={form.busy}>
          {t('login.submit')}
        </Button>
        <Button
          look="quiet"
          className="justify-self-center"
          onClick={() => void navigate({ to: '/reset', search: { from, email: form.getValues('email') || undefined } })}
        >
          {t('login.forgot')}
        </Button>
      </form>
      <PasskeyLogin onIn={enter} />
    </Entrance>
  )
}
