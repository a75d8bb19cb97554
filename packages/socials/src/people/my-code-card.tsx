import type { SocialSettings } from '@kettle/api/client'
import { Button, CopyButton, Notice, Skeleton } from '@kettle/ui'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from './confirm-dialog.tsx'

type MyCodeCardProps = {
  /** Undefined before the store has told. */
  settings: Pick<SocialSettings, 'friendCode' | 'friendLink'> | undefined
  failed: boolean
  onRetry: () => void
  /** Makes a new code; resolves to what went wrong, as a sentence, or to null. */
  onRenew: () => Promise<string | null>
}

/** What one gives to others so that they find the right person. */
export function MyCodeCard({ settings, failed, onRetry, onRenew }: MyCodeCardProps) {
  const { t } = useTranslation('people')
  const id = useId()
  const [asking, setAsking] = useState(false)
  const [renewed, setRenewed] = useState(false)
  const words = { copied: t('code.copied'), notCopied: t('code.notCopied') }
  return (
    <section
      aria-labelledby={id}
      className="grid w-full gap-4 rounded-2xl border border-line bg-surface p-5 text-left shadow-card"
    >
      <div className="grid gap-1">
        <h2 id={id} className="text-xl font-bold">
          {t('code.title')}
        </h2>
        <p className="text-sm text-ink-soft">{t('code.lead')}</p>
      </div>
      {failed && !settings && (
        <Notice tone="bad">
          {t('code.failed')}{' '}
          <button type="button" className="font-semibold underline" onClick={onRetry}>
            {t('retry')}
          </button>
        </Notice>
      )}
      {!settings && !failed && <Skeleton className="h-40" />}
      {settings && (
        <>
          <p className="rounded-lg bg-sunk px-4 py-3 text-center font-mono text-2xl font-semibold tracking-wider select-all">
            {settings.friendCode}
          </p>
          <p className="text-sm break-all text-ink-soft select-all">{settings.friendLink}</p>
          <div className="flex flex-wrap gap-2">
            <CopyButton text={settings.friendCode} words={words}>
              {t('code.copyCode')}
            </CopyButton>
            <CopyButton text={settings.friendLink} words={words}>
              {t('code.copyLink')}
            </CopyButton>
            <Button look="quiet" size="small" onClick={() => setAsking(true)}>
              {t('code.renew')}
            </Button>
          </div>
        </>
      )}
      <p role="status" className="text-sm text-patina empty:hidden">
        {renewed && t('code.renewed')}
      </p>
      {asking && (
        <ConfirmDialog
          title={t('code.renewTitle')}
          lead={t('code.renewLead')}
          submit={t('code.renew')}
          onConfirm={onRenew}
          onClose={(done) => {
            setAsking(false)
            setRenewed(done)
          }}
        />
      )}
    </section>
  )
}
