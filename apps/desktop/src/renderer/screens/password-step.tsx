import { Button, Notice, PasswordField, TextField } from '@kettle/ui'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LinkView } from '../../shared/views.ts'
import { ask } from '../lib/launcher.ts'
import { useAttempt } from '../lib/use-attempt.ts'
import { LoginFrame, loginLink } from './login-frame.tsx'
import type { Credentials } from './login-screen.tsx'
import { ServerField } from './server-field.tsx'

/** Whether what is typed goes to another computer for everybody on the way to read. */
function isPlain(server: string): boolean {
  const url = URL.parse(server)
  return url?.protocol === 'http:' && !/^(localhost|127(\.\d+){3}|\[::1\])$/u.test(url.hostname)
}

/** Address and password; which store is behind "Advanced". */
export function PasswordStep({
  server,
  typed,
  link,
  onChange,
  onSecondStep,
  onConfirm,
}: {
  /** The store that the launcher stands at, whatever is being typed. */
  server: string
  typed: Credentials
  link: LinkView | null
  onChange: (part: Partial<Credentials>) => void
  onSecondStep: () => void
  onConfirm: () => void
}) {
  const { t } = useTranslation()
  const { attempt, busy, problem, serverInvalid } = useAttempt()
  const [advanced, setAdvanced] = useState(typed.server !== server)

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const input = { ...typed, server: typed.server.trim() || server, email: typed.email.trim() }
    void attempt(
      () => ask('login', input),
      ({ reason, message }) => {
        if (message === 'SERVER_INVALID') setAdvanced(true)
        if (reason === 'SECOND_FACTOR_REQUIRED') onSecondStep()
        return reason === 'SECOND_FACTOR_REQUIRED'
      },
    )
  }
  return (
    <LoginFrame
      title={t('login.title')}
      text={t('login.text')}
      notice={link && <Notice>{t('link.login')}</Notice>}
      below={
        <div className="grid justify-items-center gap-2 text-center">
          <p>
            {t('login.noAccount')}{' '}
            <a href={`${server}/register`} target="_blank" rel="noreferrer" className={loginLink}>
              {t('login.register')}
            </a>
          </p>
          <Button look="quiet" size="small" onClick={onConfirm}>
            {t('login.haveCode')}
          </Button>
        </div>
      }
    >
      <form onSubmit={submit} className="grid gap-5">
        {problem && <Notice tone="bad">{problem}</Notice>}
        {isPlain(typed.server.trim() || server) && <Notice tone="bad">{t('login.plainServer')}</Notice>}
        <TextField
          label={t('login.email')}
          type="email"
          autoComplete="username"
          value={typed.email}
          onChange={(event) => onChange({ email: event.target.value })}
          required
          autoFocus
        />
        <PasswordField
          label={t('login.password')}
          autoComplete="current-password"
          value={typed.password}
          onChange={(event) => onChange({ password: event.target.value })}
          required
        />
        <Button type="submit" size="large" wide busy={busy}>
          {t('login.submit')}
        </Button>
        <ServerField
          server={typed.server}
          onChange={(value) => onChange({ server: value })}
          problem={serverInvalid ? t('login.serverInvalid') : undefined}
          open={advanced}
          onOpen={setAdvanced}
        />
      </form>
    </LoginFrame>
  )
}
