import { Button, CheckField, formatBytes, Notice, TextField } from '@kettle/ui'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SettingsView } from '../../shared/views.ts'
import { currentLanguage } from '../lib/i18n.ts'
import { ask } from '../lib/launcher.ts'
import { useAttempt } from '../lib/use-attempt.ts'
import { GamesFolder } from './games-folder.tsx'
import { LoginFrame } from './login-frame.tsx'

/** The first words, said once: which store, where games go and whether they fit. All of it can be changed later. */
export function WelcomeScreen({ server, settings }: { server: string; settings: SettingsView }) {
  const { t } = useTranslation()
  const { attempt, busy, problem, serverInvalid } = useAttempt()
  const [store, setStore] = useState(server)
  const free = useFreeSpace(settings.gamesFolder)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void attempt(() => ask('finishWelcome', { server: store.trim() || server }))
  }
  return (
    <LoginFrame title={t('welcome.title')} text={t('welcome.text')}>
      <div className="grid gap-6">
        {problem && <Notice tone="bad">{problem}</Notice>}
        <div className="grid gap-2">
          <GamesFolder
            key={settings.gamesFolder}
            folder={settings.gamesFolder}
            canChoose={settings.choosesFolder}
            onChange={(gamesFolder) => attempt(() => ask('changeSettings', { gamesFolder }))}
          />
          <p role="status" className="text-sm text-ink-soft">
            {free !== null && t('welcome.free', { size: formatBytes(free, currentLanguage()) })}
          </p>
        </div>
        <form onSubmit={submit} className="grid gap-5">
          <TextField
            label={t('login.server')}
            hint={t('login.serverHint')}
            inputMode="url"
            spellCheck={false}
            value={store}
            onChange={(event) => setStore(event.target.value)}
            error={serverInvalid ? t('login.serverInvalid') : undefined}
          />
          {settings.startWithSystem !== null && (
            <CheckField
              label={t('settings.start')}
              checked={settings.startWithSystem}
              onChange={(event) => {
                const startWithSystem = event.target.checked
                void attempt(() => ask('changeSettings', { startWithSystem }))
              }}
            />
          )}
          <Button type="submit" size="large" wide busy={busy}>
            {t('welcome.done')}
          </Button>
        </form>
      </div>
    </LoginFrame>
  )
}

/** Bytes that fit into the games' folder; null as long as nobody has told. */
function useFreeSpace(folder: string): number | null {
  const [bytes, setBytes] = useState<number | null>(null)
  useEffect(() => {
    let gone = false
    void ask('freeSpace', undefined).then((answer) => {
      if (!gone && answer.ok) setBytes(answer.value.bytes)
    })
    return () => {
      gone = true
    }
  }, [folder])
  return bytes
}
