import { emailConfirmationInput } from '@kettle/api/client'
import { Button, CodeField, Notice, PasswordField, TextField } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Controller } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../../lib/errors.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { useToast } from '../../lib/toasts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { forgetCode } from './code-life.ts'
import { CodeWait } from './code-wait.tsx'
import { useEnter } from './enter.ts'
import { Entrance, textLinkClass } from './entrance.tsx'

type ConfirmFormProps = { email?: string; code?: string; from?: string }

/**
 * One field: the code. The address comes along from the registration or from the mail's link. The password is asked for only where the
 * store can't tell this registration from somebody else's of the same address.
 */
export function ConfirmForm({ email, code, from }: ConfirmFormProps) {
  const { t } = useTranslation('auth')
  const say = useToast()
  const enter = useEnter(from)
  const confirm = trpc.auth.emailConfirmation.useMutation()
  const resend = trpc.auth.resendCode.useMutation()
  const [wantsPassword, setWantsPassword] = useState(false)
  const form = useSchemaForm({
    schema: emailConfirmationInput,
    defaultValues: { email: email ?? '', code: code ?? '', password: undefined },
    onSubmit: async (values) => {
      const { user } = await confirm.mutateAsync(values).catch((error: unknown) => {
        if (failureOf(error).reason === 'ATTEMPT_NOT_PROVED' && !wantsPassword) {
          form.setValue('password', '')
          setWantsPassword(true)
        }
        throw error
      })
      forgetCode('register')
      await enter(user)
      say('good', t('confirm.welcome', { name: user.name }))
    },
  })
  const lead = email ? t('confirm.lead', { email }) : t('confirm.leadNoEmail')
  return (
    <Entrance
      title={t('confirm.title')}
      lead={lead}
      footer={
        <>
          {t('confirm.wrongAddress')}{' '}
          <Link to="/register" search={{ from }} className={textLinkClass}>
            {t('confirm.startOver')}
          </Link>
        </>
      }
    >
      <form noValidate onSubmit={form.submit} className="grid gap-5">
        {!email && <TextField label={t('email')} type="email" autoComplete="email" {...form.field('email')} />}
        <Controller
          control={form.control}
          name="code"
          render={({ field }) => (
            <CodeField
              {...field}
              label={t('confirm.code')}
              length={8}
              autoFocus={Boolean(email)}
              error={form.errorOf('code')}
            />
          )}
        />
        {wantsPassword && (
          <PasswordField label={t('confirm.password')} autoComplete="current-password" {...form.field('password')} />
        )}
        {form.failure && <Notice tone="bad">{form.failure}</Notice>}
        <Button type="submit" size="large" wide busy={form.busy}>
          {t('confirm.submit')}
        </Button>
      </form>
      <CodeWait
        purpose="register"
        email={form.watch('email')}
        resend={async () => {
          if (!(await form.trigger('email', { shouldFocus: true }))) return
          return resend.mutateAsync({ email: form.getValues('email') })
        }}
        onSent={() => {
          form.resetField('code', { defaultValue: '' })
          form.setFocus('code')
        }}
      />
    </Entrance>
  )
}
