import type { SocialSettings } from '@kettle/api/client'
import { NoticeFields, SeenFields, type SettingsChange } from '@kettle/socials'
import { CheckField, Notice, Section, Skeleton } from '@kettle/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../../../lib/errors.ts'
import { Failed } from '../../../lib/failed.tsx'
import { useToast } from '../../../lib/toasts.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { systemNotices, wishSystemNotices } from '../bar/system-notices.ts'

/** Who sees what, and what pops up. Each choice holds at once. */
export function PeopleSettings() {
  const { t } = useTranslation('people')
  const settings = trpc.socials.settings.useQuery()
  if (settings.data) return <Loaded settings={settings.data} />
  if (settings.error)
    return <Failed title={t('settings.failed')} error={settings.error} onRetry={() => void settings.refetch()} />
  return (
    <div aria-busy="true" className="grid gap-6">
      <Skeleton className="h-96 rounded-2xl" />
      <Skeleton className="h-80 rounded-2xl" />
    </div>
  )
}

function Loaded({ settings: kept }: { settings: SocialSettings }) {
  const { t } = useTranslation('people')
  const [settings, change] = useChange(kept)
  return (
    <>
      <Section title={t('settings.seen')}>
        <SeenFields settings={settings} onChange={change} />
      </Section>
      <Section title={t('settings.notices')} lead={t('settings.noticesLead')}>
        <NoticeFields settings={settings} onChange={change} />
      </Section>
      <SystemSection />
    </>
  )
}

/** Shows a change at once, and takes it back should the store refuse it. */
function useChange(kept: SocialSettings): [SocialSettings, (changes: SettingsChange) => void] {
  const { t } = useTranslation('people')
  const say = useToast()
  const explain = useExplain()
  const utils = trpc.useUtils()
  const [settings, setSettings] = useState(kept)
  useEffect(() => setSettings(kept), [kept])
  const save = trpc.socials.saveSettings.useMutation({
    onSuccess: () => say('good', t('settings.saved')),
    onError(error) {
      setSettings(kept)
      say('bad', explain(error))
    },
    onSettled: () => void utils.socials.settings.invalidate(),
  })
  const change = (changes: SettingsChange) => {
    setSettings((before) => ({ ...before, ...changes, notices: { ...before.notices, ...changes.notices } }))
    save.mutate(changes)
  }
  return [settings, change]
}

function SystemSection() {
  const { t } = useTranslation('people')
  const [state, setState] = useState(systemNotices)
  return (
    <Section title={t('settings.system')} lead={t('settings.systemLead')}>
      {(state === 'on' || state === 'off') && (
        <CheckField
          label={t('settings.systemOn')}
          checked={state === 'on'}
          onChange={(event) => void wishSystemNotices(event.target.checked).then(setState)}
        />
      )}
      {state === 'denied' && <Notice>{t('settings.systemDenied')}</Notice>}
      {state === 'missing' && <Notice>{t('settings.systemMissing')}</Notice>}
    </Section>
  )
}
