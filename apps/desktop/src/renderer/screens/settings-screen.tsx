import { CheckField, Notice, Section, SelectField } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input, Snapshot } from '../../shared/bridge.ts'
import { useFailureText } from '../lib/failure.ts'
import { currentLanguage, type Language, showLanguage } from '../lib/i18n.ts'
import { ask } from '../lib/launcher.ts'
import { GamesFolder } from './games-folder.tsx'
import { PeopleSection } from './people/people-section.tsx'
import { UpdateSection } from './update-section.tsx'

const MEGABYTE = 1_000_000
const limits = [0.25, 0.5, 1, 2, 5, 10, 25, 50]

/** What can be chosen. Each choice is kept as soon as it is made. */
export function SettingsScreen({ snapshot }: { snapshot: Snapshot }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [problem, setProblem] = useState<string | null>(null)
  // Shown as chosen at once: the disk may take its time.
  const [pending, setPending] = useState<Omit<Input<'changeSettings'>, 'gamesFolder'>>({})
  const settings = { ...snapshot.settings, ...pending }
  const locale = currentLanguage()

  const change = async (choice: Input<'changeSettings'>): Promise<boolean> => {
    setProblem(null)
    // A folder may be refused, and is shown where it was typed.
    const { gamesFolder: _typed, ...shown } = choice
    setPending((all) => ({ ...all, ...shown }))
    const answer = await ask('changeSettings', choice)
    setPending((all) => Object.fromEntries(Object.entries(all).filter(([name]) => !(name in shown))))
    if (!answer.ok) setProblem(failureText(answer.failure.reason))
    return answer.ok
  }
  const speed = (megabytes: number): string =>
    t('game.speed', {
      speed: new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', unitDisplay: 'short' }).format(megabytes),
    })
  const own = settings.speedLimit === null ? [] : [settings.speedLimit / MEGABYTE]
  const offered = [...new Set([...limits, ...own])].sort((a, b) => a - b)
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-6">
      <h1 className="text-3xl font-bold">{t('settings.title')}</h1>
      {settings.putAside && (
        <Notice>
          <p>{t('settings.broken')}</p>
          <p className="font-mono text-sm wrap-anywhere select-text">{settings.putAside}</p>
        </Notice>
      )}
      {problem && <Notice tone="bad">{problem}</Notice>}
      <Section title={t('settings.downloads')}>
        <GamesFolder
          key={settings.gamesFolder}
          folder={settings.gamesFolder}
          canChoose={settings.choosesFolder}
          onChange={(gamesFolder) => change({ gamesFolder })}
        />
        <SelectField
          label={t('settings.limit')}
          hint={t('settings.limitHint')}
          value={String(settings.speedLimit ?? 0)}
          options={[
            { value: '0', label: t('settings.noLimit') },
            ...offered.map((megabytes) => ({ value: String(megabytes * MEGABYTE), label: speed(megabytes) })),
          ]}
          onChange={(value) => void change({ speedLimit: Number(value) || null })}
        />
        <SelectField
          label={t('settings.channel')}
          hint={t('settings.channelHint')}
          value={settings.channel}
          options={[
            { value: 'stable', label: t('settings.stable') },
            { value: 'beta', label: t('settings.beta') },
          ]}
          onChange={(channel) => void change({ channel: channel === 'beta' ? 'beta' : 'stable' })}
        />
      </Section>
      <Section title={t('settings.launcher')}>
        <SelectField
          label={t('language')}
          value={locale}
          options={[
            { value: 'en', label: 'English' },
            { value: 'ru', label: 'Русский' },
          ]}
          onChange={(value) => {
            const language: Language = value === 'ru' ? 'ru' : 'en'
            void showLanguage(language).then(() => change({ language }))
          }}
        />
        {settings.startWithSystem === null ? (
          <p className="text-ink-soft">{t('settings.startNotHere')}</p>
        ) : (
          <CheckField
            label={t('settings.start')}
            checked={settings.startWithSystem}
            onChange={(event) => void change({ startWithSystem: event.target.checked })}
          />
        )}
        {settings.closeToTray !== null && (
          <CheckField
            label={t('settings.closeToTray')}
            checked={settings.closeToTray}
            onChange={(event) => void change({ closeToTray: event.target.checked })}
          />
        )}
      </Section>
      <Section title={t('settings.notices')}>
        <div className="grid">
          {(['notifyInstalled', 'notifyUpdates', 'notifyFailures'] as const).map((name) => (
            <CheckField
              key={name}
              label={t(`settings.${name}`)}
              checked={settings[name]}
              onChange={(event) => void change({ [name]: event.target.checked })}
            />
          ))}
        </div>
      </Section>
      <PeopleSection />
      <UpdateSection update={snapshot.update} />
    </div>
  )
}
