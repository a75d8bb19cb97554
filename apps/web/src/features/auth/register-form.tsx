import { registerInput } from '@kettle/api/client'
import { Button, CheckIcon, Notice, PasswordField, TextField } from '@kettle/ui'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { useSchemaForm } from '../../lib/form.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { trpc } from '../../lib/trpc.ts'
import { rememberCode } from './code-life.ts'
import { Entrance, textLinkClass } from './entrance.tsx'
import { NewPasswordField } from './new-password-field.tsx'
import { useAlreadyIn } from './use-already-in.ts'

const schema = registerInput
  .omit({ locale: true })
  .extend({ repeat: z.string() })
  .refine(({ password, repeat }) => password === repeat, {
    path: ['repeat'],
    message: 'PASSWORDS_DIFFER',
    // Said as soon as both are there, not only once everything else is right.
    when: ({ value }) => Boolean((value as { repeat?: string }).repeat),
  })

/** Four fields; what follows is the code from the mail. */
export function RegisterForm({ from }: { from?: string }) {
  const { t } = useTranslation('auth')
  useAlreadyIn(from)
  const navigate = useNavigate()
  const register = trpc.auth.register.useMutation()
  const form = useSchemaForm({
    schema,
    defaultValues: { name: '', email: '', password: '', repeat: '' },
    onSubmit: async ({ name, email, password }) => {
      const waiting = await register.mutateAsync({ name, email, password, locale: currentLanguage() })
      rememberCode('register', waiting.email, waiting.expiresAt)
      await navigate({ to: '/confirm', search: { email: waiting.email, from } })
    },
  })
  const [name, email, password, repeat] = form.watch(['name', 'email', 'password', 'repeat'])
  return (
    <Entrance
      title={t('register.title')}
      lead={t('register.lead')}
      footer={
        <>
          {t('register.haveAccount')}{' '}
          <Link to="/login" search={{ from }} className={textLinkClass}>
            {t('register.login')}
          </Link>
        </>
      }
    >
      <form noValidate onSubmit={form.submit} className="grid gap-5">
        <TextField label={t('name')} hint={t('register.nameHint')} autoComplete="name" {...form.field('name')} />
        <TextField label={t('email')} type="email" inputMode="email" autoComplete="email" {...form.field('email')} />
        <NewPasswordField label={t('password')} value={password} owner={[name, email]} {...form.field('password')} />
        <PasswordField
          label={t('repeat')}
          autoComplete="new-password"
          hint={
            <span className="flex min-h-5 items-center gap-1.5 text-patina">
              {repeat.length > 0 && repeat === password && (
                <>
                  <CheckIcon className="size-4 shrink-0" />
                  {t('register.same')}
                </>
              )}
            </span>
          }
          {...form.field('repeat')}
        />
        {form.failure && <Notice tone="bad">{form.failure}</Notice>}
        <Button type="submit" size="large" wide busy={form.busy}>
          {t('register.submit')}
        </Button>
      </form>
    </Entrance>
  )
}
