import { CheckField, Notice, Section, SelectField, Skeleton } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../../shared/bridge.ts'
import { usePeopleSettings } from '../../lib/people-settings.ts'

const kinds = [
  ['messages', 'notifyMessages'],
  ['requests', 'notifyRequests'],
  ['friendsOnline', 'notifyFriendsOnline'],
  ['friendsPlaying', 'notifyFriendsPlaying'],
] as const
const audiences = ['everyone', 'friends', 'nobody'] as const

/** What the launcher says of people, and what they see of the player. The store keeps it. */
export function PeopleSection() {
  const { t } = useTranslation()
  const { settings, failed, again, change } = usePeopleSettings()
  const [refused, setRefused] = useState(false)
  const choose = async (choice: Input<'savePeopleSettings'>): Promise<void> => {
    setRefused(false)
    setRefused(!(await change(choice)))
  }
  return (
    <Section title={t('settings.people')}>
      <p className="text-ink-soft">{t('settings.peopleLead')}</p>
      {(failed || refused) && (
        <Notice tone="bad">
          {failed ? t('settings.peopleFailed') : t('failures.OFFLINE')}{' '}
          {failed && (
            <button type="button" className="font-semibold underline" onClick={again}>
              {t('retry')}
            </button>
          )}
        </Notice>
      )}
      {!settings && !failed && <Skeleton className="h-40" />}
      {settings && (
        <>
          <div className="grid">
            {kinds.map(([kind, label]) => (
              <CheckField
                key={kind}
                label={t(`settings.${label}`)}
                checked={settings.notices[kind]}
                onChange={(event) => void choose({ notices: { [kind]: event.target.checked } })}
              />
            ))}
            <CheckField
              label={t('settings.appearsOffline')}
              checked={settings.appearsOffline}
              onChange={(event) => void choose({ appearsOffline: event.target.checked })}
            />
          </div>
          <SelectField
            label={t('settings.showsPlaying')}
            value={settings.showsPlaying}
            options={audiences.map((value) => ({ value, label: t(`settings.${value}`) }))}
            onChange={(value) => void choose({ showsPlaying: audiences.find((one) => one === value) ?? 'friends' })}
          />
        </>
      )}
    </Section>
  )
}
