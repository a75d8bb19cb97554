import { Button, CodeField, Notice, PasswordField, TextField } from '@kettle/ui'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../lib/launcher.ts'
import { useAttempt } from '../lib/use-attempt.ts'
import { LoginFrame } from './login-frame.tsx'
import type { Credentials } from './login-screen.tsx'

const DIGITS = 8

/** Ends a registration that was begun on the web: the mailed code makes the account, and logs in. */
export function ConfirmStep({
  typed,
  onChange,
  onBack,
}: {
  typed: Credentials
  onChange: (part: Partial<Credentials>) => void
  onBack: () => void
}) {
  const { t } = useTranslation()
  const { attempt, busy, problem } = useAttempt()
  const [code, setCode] = useState('')
  const [sent, setSent] = useState(false)
  const [wantsPassword, setWantsPassword] = useState(false)
  const server = typed.server.trim()
  const email = typed.email.trim()

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setSent(false)
    const proof = wantsPassword ? { password: typed.password } : {}
    void attempt(
      () => ask('confirmEmail', { server, email, code, ...proof }),
      ({ reason }) => {
        if (reason === 'ATTEMPT_NOT_PROVED') setWantsPassword(true)
        return false
      },
    )
  }
  const resend = async (): Promise<void> => {
    setSent(false)
    if (!(await attempt(() => ask('resendCode', { server, email })))) return
    setCode('')
    setSent(true)
  }
  return (
    <LoginFrame title={t('login.confirm')} text={t('login.confirmText')}>
      <form onSubmit={submit} className="grid gap-5">
        {problem && <Notice tone="bad">{problem}</Notice>}
        {sent && <Notice tone="good">{t('login.codeSent')}</Notice>}
        <TextField
          label={t('login.email')}
          type="email"
          autoComplete="username"
          value={typed.email}
          onChange={(event) => onChange({ email: event.target.value })}
          required
          autoFocus={email === ''}
        />
        <CodeField
          label={t('login.mailedCode')}
          length={DIGITS}
          value={code}
          onChange={setCode}
          required
          autoFocus={email !== ''}
        />
        {wantsPassword && (
          <PasswordField
            label={t('login.chosenPassword')}
            autoComplete="current-password"
            value={typed.password}
            onChange={(event) => onChange({ password: event.target.value })}
            required
          />
        )}
        <Button type="submit" size="large" wide busy={busy}>
          {t('login.confirmSubmit')}
        </Button>
        <div className="flex flex-wrap justify-center gap-2">
          <Button look="quiet" disabled={email === ''} onClick={() => void resend()}>
            {t('login.resend')}
          </Button>
          <Button look="quiet" onClick={onBack}>
            {t('login.back')}
          </Button>
        </div>
      </form>
    </LoginFrame>
  )
}
