import { Button, Notice, TextField } from '@kettle/ui'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../lib/launcher.ts'
import { useAttempt } from '../lib/use-attempt.ts'
import { LoginFrame } from './login-frame.tsx'
import type { Credentials } from './login-screen.tsx'

/** The code of the authenticator app, or a recovery code, for who has a second step. */
export function SecondStep({ typed, onBack }: { typed: Credentials; onBack: () => void }) {
  const { t } = useTranslation()
  const { attempt, busy, problem } = useAttempt()
  const [code, setCode] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void attempt(() => ask('login', { ...typed, email: typed.email.trim(), code }))
  }
  return (
    <LoginFrame title={t('login.second')} text={t('login.secondText')}>
      <form onSubmit={submit} className="grid gap-5">
        {problem && <Notice tone="bad">{problem}</Notice>}
        <TextField
          label={t('login.secondCode')}
          hint={t('login.secondHint')}
          autoComplete="one-time-code"
          spellCheck={false}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          required
          autoFocus
        />
        <Button type="submit" size="large" wide busy={busy}>
          {t('login.submit')}
        </Button>
        <Button look="quiet" className="justify-self-center" onClick={onBack}>
          {t('login.back')}
        </Button>
      </form>
    </LoginFrame>
  )
}
