import { Button, Notice } from '@kettle/ui'
import { useTranslation } from 'react-i18next'

type ConflictNoticeProps = {
  rows: { label: string; mine: string; theirs: string }[]
  busy: boolean
  onMine: () => void
  onTheirs: () => void
}

/** Two people changed the same: both versions, and which of them is to stay. */
export function ConflictNotice({ rows, busy, onMine, onTheirs }: ConflictNoticeProps) {
  const { t } = useTranslation('publish')
  return (
    <Notice tone="bad">
      <div className="grid min-w-0 gap-4">
        <p>{t('conflict.title')}</p>
        {rows.map(({ label, mine, theirs }) => (
          <dl key={label} className="grid gap-2 text-ink sm:grid-cols-2">
            <dt className="font-semibold sm:col-span-2">{label}</dt>
            {(['theirs', 'mine'] as const).map((whose) => (
              <dd key={whose} className="min-w-0 rounded-lg border border-line bg-surface p-3">
                <span className="block text-sm text-ink-soft">{t(`conflict.${whose}`)}</span>
                <span className="line-clamp-6 whitespace-pre-wrap wrap-anywhere">
                  {(whose === 'mine' ? mine : theirs) || t('conflict.nothing')}
                </span>
              </dd>
            ))}
          </dl>
        ))}
        <div className="flex flex-wrap gap-3">
          <Button size="small" busy={busy} onClick={onMine}>
            {t('conflict.keepMine')}
          </Button>
          <Button size="small" look="secondary" disabled={busy} onClick={onTheirs}>
            {t('conflict.takeTheirs')}
          </Button>
        </div>
      </div>
    </Notice>
  )
}
