import { confirmResetInput } from '@kettle/api/client'
import { Button, CodeField, Notice } from '@kettle/ui'
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
import { NewPasswordField } from './new-password-field.tsx'
import { SecondFactorField } from './second-factor-field.tsx'

type NewPasswordFormProps = { email: string; code?: string; from?: string; onOtherAddress: () => void }

/** The code from the mail and a new password; an account with a second step asks for that too. */
export function NewPasswordForm({ email, code, from, onOtherAddress }: NewPasswordFormProps) {
  const { t } = useTranslation('auth')
  const say = useToast()
  const enter = useEnter(from)
  const confirmReset = trpc.auth.confirmReset.useMutation()
  const resend = trpc.auth.resetPassword.useMutation()
  const [wantsSecondFactor, setWantsSecondFactor] = useState(false)
  const form = useSchemaForm({
    schema: confirmResetInput,
    defaultValues: { email, code: code ?? '', password: '', secondFactorCode: undefined },
    // Once the second step is asked for, the mailed code has been found right.
    blame: wantsSecondFactor ? { CODE_INVALID: ['secondFactorCode', 'SECOND_FACTOR_WRONG'] } : {},
    onSubmit: async (values) => {
      try {
        const { user } = await confirmReset.mutateAsync(values)
        forgetCode('reset')
        await enter(user)
        say('good', t('reset.done'))
      } catch (error) {
        if (failureOf(error).reason !== 'SECOND_FACTOR_REQUIRED') throw error
        form.setValue('secondFactorCode', '')
        setWantsSecondFactor(true)
      }
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
        <NewPasswordField
          label={t('reset.newPassword')}
          value={form.watch('password')}
          owner={[email]}
          autoFocus={Boolean(code)}
          {...form.field('password')}
        />
        {wantsSecondFactor && (
          <>
            <Notice>{t('reset.secondFactor')}</Notice>
            <SecondFactorField
              autoFocus
              onSwitch={() => form.resetField('secondFactorCode', { defaultValue: '' })}
              {...form.field('secondFactorCode')}
            />
          </>
        )}
        {form.failure && <Notice tone="bad">{form.failure}</Notice>}
        <Button type="submit" size="large" wide busy={form.busy}>
          {t('reset.save')}
        </Button>
      </form>
      <CodeWait
        purpose="reset"
        email={email}
        resend={() => resend.mutateAsync({ email })}
        onSent={() => {
          form.resetField('code', { defaultValue: '' })
          form.setFocus('code')
        }}
      />
    </Entrance>
  )
}
