import { NoticeFields, SeenFields, type SettingsChange } from '@kettle/socials'
import { Notice, Section, Skeleton } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FailureReason } from '../../../shared/views.ts'
import { useFailureText } from '../../lib/failure.ts'
import { usePeopleSettings } from '../../lib/people-settings.ts'

const legend = 'mb-1 text-lg font-semibold'

/** What the launcher says of people, and what they see of the player. The store keeps it. */
export function PeopleSection() {
  const { t } = useTranslation(['translation', 'people'])
  const { settings, failed, again, change } = usePeopleSettings()
  const failureText = useFailureText()
  const [refused, setRefused] = useState<FailureReason | null>(null)
  const choose = async (choice: SettingsChange): Promise<void> => {
    setRefused(null)
    setRefused((await change(choice))?.reason ?? null)
  }
  return (
    <Section title={t('settings.people')} lead={t('settings.peopleLead')}>
      {failed && (
        <Notice tone="bad">
          {t('people:settings.failed')}{' '}
          <button type="button" className="font-semibold underline" onClick={again}>
            {t('retry')}
          </button>
        </Notice>
      )}
      {refused && <Notice tone="bad">{failureText(refused)}</Notice>}
      {!settings && !failed && <Skeleton className="h-40" />}
      {settings && (
        <>
          <fieldset>
            <legend className={legend}>{t('people:settings.notices')}</legend>
            <NoticeFields settings={settings} onChange={(choice) => void choose(choice)} />
          </fieldset>
          <fieldset className="grid gap-4">
            <legend className={legend}>{t('people:settings.seen')}</legend>
            <SeenFields settings={settings} onChange={(choice) => void choose(choice)} />
          </fieldset>
        </>
      )}
    </Section>
  )
}
