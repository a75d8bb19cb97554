import { loginInput } from '@kettle/api/client'
import { Button, Notice, PasswordField, TextField } from '@kettle/ui'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSchemaForm } from '../../lib/form.ts'
import { trpc } from '../../lib/trpc.ts'
import { useEnter } from './enter.ts'
import { Entrance, textLinkClass } from './entrance.tsx'

/** Two fields, and a way out for who forgot the second. */
export function LoginForm({ from }: { from?: string }) {
  const { t } = useTranslation('auth')
  const enter = useEnter(from)
  const navigate = useNavigate()
  const login = trpc.auth.login.useMutation()
  const form = useSchemaForm({
    schema: loginInput,
    defaultValues: { email: '', password: '' },
    onSubmit: async (values) => {
      const { user } = await login.mutateAsync(values)
      await enter(user)
    },
  })
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
      <form noValidate onSubmit={form.submit} className="grid gap-5">
        <TextField label={t('email')} type="email" autoComplete="username" autoFocus {...form.field('email')} />
        <PasswordField label={t('password')} autoComplete="current-password" {...form.field('password')} />
        {form.failure && <Notice tone="bad">{form.failure}</Notice>}
        <Button type="submit" size="large" wide busy={form.busy}>
          {t('login.submit')}
        </Button>
        <Button
          look="quiet"
          className="justify-self-center"
          onClick={() => void navigate({ to: '/reset', search: { from } })}
        >
          {t('login.forgot')}
        </Button>
      </form>
    </Entrance>
  )
}
