import { Button, KettleMark, Notice, PasswordField, TextField } from '@kettle/ui'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LinkView } from '../../shared/bridge.ts'
import { LanguageSwitch } from '../language-switch.tsx'
import { useFailureText } from '../lib/failure.ts'
import { ask } from '../lib/launcher.ts'

/** Log-in with the store's account; which store is behind "Advanced". */
export function LoginScreen({ server, link }: { server: string; link: LinkView | null }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<{ field?: 'server'; text: string } | null>(null)
  const [advanced, setAdvanced] = useState(false)

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (busy) return
    const form = new FormData(event.currentTarget)
    const read = (name: string): string => String(form.get(name) ?? '').trim()
    setBusy(true)
    setProblem(null)
    const answer = await ask('login', {
      server: read('server') || server,
      email: read('email'),
      password: String(form.get('password') ?? ''),
    })
    setBusy(false)
    if (answer.ok) return
    if (answer.failure.message === 'SERVER_INVALID') {
      setAdvanced(true)
      setProblem({ field: 'server', text: t('login.serverInvalid') })
    } else setProblem({ text: failureText(answer.failure.reason) })
  }
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr]">
      <div className="flex justify-end p-4">
        <LanguageSwitch />
      </div>
      <main className="mx-auto grid w-full max-w-md content-center gap-6 px-5 pb-24">
        <header className="grid justify-items-center gap-2 text-center">
          <KettleMark steaming className="size-20" />
          <h1 className="text-3xl font-bold">{t('login.title')}</h1>
          <p className="text-ink-soft">{t('login.text')}</p>
        </header>
        {link && <Notice>{t('link.login')}</Notice>}
        <form
          onSubmit={(event) => void submit(event)}
          className="grid gap-5 rounded-2xl border border-line bg-surface p-6 shadow-card sm:p-8"
        >
          {problem && !problem.field && <Notice tone="bad">{problem.text}</Notice>}
          <TextField label={t('login.email')} name="email" type="email" autoComplete="username" required autoFocus />
          <PasswordField label={t('login.password')} name="password" autoComplete="current-password" required />
          <Button type="submit" size="large" wide busy={busy}>
            {t('login.submit')}
          </Button>
          <details open={advanced} onToggle={(event) => setAdvanced(event.currentTarget.open)}>
            <summary className="w-fit rounded-md py-1 text-sm font-semibold text-ink-soft hover:text-copper">
              {t('login.advanced')}
            </summary>
            <div className="pt-3">
              <TextField
                label={t('login.server')}
                name="server"
                inputMode="url"
                defaultValue={server}
                spellCheck={false}
                hint={t('login.serverHint')}
                error={problem?.field === 'server' ? problem.text : undefined}
              />
            </div>
          </details>
        </form>
      </main>
    </div>
  )
}
