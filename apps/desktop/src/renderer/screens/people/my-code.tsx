import { CopyButton, Notice, Skeleton } from '@kettle/ui'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { usePeopleSettings } from '../../lib/people-settings.ts'

/** What one gives to others so that they find the right person. */
export function MyCode() {
  const { t } = useTranslation()
  const id = useId()
  const { settings, failed, again } = usePeopleSettings()
  const words = { copied: t('people.code.copied'), notCopied: t('people.code.notCopied') }
  return (
    <section
      aria-labelledby={id}
      className="grid w-full max-w-sm gap-3 rounded-2xl border border-line bg-surface p-4 text-left"
    >
      <div className="grid gap-1">
        <h2 id={id} className="text-lg font-bold">
          {t('people.code.title')}
        </h2>
        <p className="text-sm text-ink-soft">{t('people.code.lead')}</p>
      </div>
      {failed && (
        <Notice tone="bad">
          {t('people.code.failed')}{' '}
          <button type="button" className="font-semibold underline" onClick={again}>
            {t('retry')}
          </button>
        </Notice>
      )}
      {!settings && !failed && <Skeleton className="h-24" />}
      {settings && (
        <>
          <p className="rounded-lg bg-sunk px-4 py-2 text-center font-mono text-xl font-semibold tracking-wider select-all">
            {settings.friendCode}
          </p>
          <div className="flex flex-wrap gap-2">
            <CopyButton text={settings.friendCode} words={words}>
              {t('people.code.copyCode')}
            </CopyButton>
            <CopyButton text={settings.friendLink} words={words}>
              {t('people.code.copyLink')}
            </CopyButton>
          </div>
        </>
      )}
    </section>
  )
}
