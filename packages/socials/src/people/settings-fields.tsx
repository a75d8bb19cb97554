import { audiences, type NoticeKind, noticeKinds, type SocialSettings } from '@kettle/api/client'
import { CheckField, SelectField } from '@kettle/ui'
import { useTranslation } from 'react-i18next'

const shown = ['showsPlaying', 'showsPurchases', 'showsLibrary'] as const

/** What a person changes at once; only what is named. */
export type SettingsChange = Partial<Pick<SocialSettings, (typeof shown)[number] | 'appearsOffline'>> & {
  notices?: Partial<Record<NoticeKind, boolean>>
}

type FieldsProps = { settings: SocialSettings; onChange: (change: SettingsChange) => void }

/** Who sees what. */
export function SeenFields({ settings, onChange }: FieldsProps) {
  const { t } = useTranslation('people')
  return (
    <>
      {shown.map((name) => (
        <SelectField
          key={name}
          label={t(`settings.${name}`)}
          value={settings[name]}
          options={audiences.map((audience) => ({ value: audience, label: t(`settings.${audience}`) }))}
          onChange={(audience) => onChange({ [name]: audience as (typeof audiences)[number] })}
        />
      ))}
      <div>
        <CheckField
          label={t('settings.appearsOffline')}
          checked={settings.appearsOffline}
          onChange={(event) => onChange({ appearsOffline: event.target.checked })}
        />
        <p className="text-sm text-ink-soft">{t('settings.appearsOfflineHint')}</p>
      </div>
    </>
  )
}

/** What is announced. */
export function NoticeFields({ settings, onChange }: FieldsProps) {
  const { t } = useTranslation('people')
  return (
    <div>
      {noticeKinds.map((kind) => (
        <CheckField
          key={kind}
          label={t(`settings.${kind}`)}
          checked={settings.notices[kind]}
          onChange={(event) => onChange({ notices: { [kind]: event.target.checked } })}
        />
      ))}
    </div>
  )
}
