import { Button, CopyButton, Notice, Skeleton } from '@kettle/ui'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../../../lib/errors.ts'
import { useToast } from '../../../lib/toasts.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'

/** What one gives to others so that they find the right person. */
export function MyCode() {
  const { t } = useTranslation(['people', 'common'])
  const say = useToast()
  const explain = useExplain()
  const id = useId()
  const utils = trpc.useUtils()
  const [asking, setAsking] = useState(false)
  const settings = trpc.socials.settings.useQuery()
  const renew = trpc.socials.renewFriendCode.useMutation({
    onSuccess: (fresh) => {
      utils.socials.settings.setData(undefined, fresh)
      say('good', t('code.renewed'))
    },
    onError: (error) => say('bad', explain(error)),
    onSettled: () => setAsking(false),
  })
  const words = { copied: t('code.copied'), notCopied: t('code.notCopied') }
  return (
    <section aria-labelledby={id} className="grid gap-4 rounded-2xl border border-line bg-surface p-5 shadow-card">
      <div className="grid gap-1">
        <h2 id={id} className="text-xl font-bold">
          {t('code.title')}
        </h2>
        <p className="text-sm text-ink-soft">{t('code.lead')}</p>
      </div>
      {settings.error && !settings.data && (
        <Notice tone="bad">
          {t('code.failed')}{' '}
          <button type="button" className="font-semibold underline" onClick={() => void settings.refetch()}>
            {t('common:retry')}
          </button>
        </Notice>
      )}
      {!settings.data && !settings.error && <Skeleton className="h-40" />}
      {settings.data && (
        <>
          <p className="rounded-lg bg-sunk px-4 py-3 text-center font-mono text-2xl font-semibold tracking-wider select-all">
            {settings.data.friendCode}
          </p>
          <p className="text-sm break-all text-ink-soft select-all">{settings.data.friendLink}</p>
          <div className="flex flex-wrap gap-2">
            <CopyButton text={settings.data.friendCode} words={words}>
              {t('code.copyCode')}
            </CopyButton>
            <CopyButton text={settings.data.friendLink} words={words}>
              {t('code.copyLink')}
            </CopyButton>
            <Button look="quiet" size="small" onClick={() => setAsking(true)}>
              {t('code.renew')}
            </Button>
          </div>
        </>
      )}
      {asking && (
        <ConfirmDialog
          title={t('code.renewTitle')}
          lead={t('code.renewLead')}
          submit={t('code.renew')}
          busy={renew.isPending}
          onConfirm={() => renew.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}
