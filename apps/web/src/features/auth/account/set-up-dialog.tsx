import { confirmTotpInput, setUpTotpInput } from '@kettle/api/client'
import { Button, Dialog, Notice, TextField } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../../../lib/errors.ts'
import { useSchemaForm } from '../../../lib/form.ts'
import { trpc } from '../../../lib/trpc.ts'
import { CopyButton } from './copy-button.tsx'
import { ProofFields } from './proof-fields.tsx'
import { QrCode } from './qr-code.tsx'
import { RecoveryCodesDialog } from './recovery-codes-dialog.tsx'
import { useProofForm } from './use-proof-form.ts'

type Secret = { secret: string; uri: string }

/** From the password over the app's first code to the recovery codes. */
export default function SetUpDialog({ onClose }: { onClose: () => void }) {
  const [secret, setSecret] = useState<Secret>()
  const [codes, setCodes] = useState<string[]>()
  const [expired, setExpired] = useState(false)
  if (codes) return <RecoveryCodesDialog codes={codes} onClose={onClose} />
  if (!secret) {
    return (
      <AskPassword
        expired={expired}
        onSecret={(made) => {
          setExpired(false)
          setSecret(made)
        }}
        onClose={onClose}
      />
    )
  }
  return (
    <ScanAndConfirm
      secret={secret}
      onCodes={setCodes}
      onExpired={() => {
        setExpired(true)
        setSecret(undefined)
      }}
      onClose={onClose}
    />
  )
}

type AskPasswordProps = { expired: boolean; onSecret: (secret: Secret) => void; onClose: () => void }

function AskPassword({ expired, onSecret, onClose }: AskPasswordProps) {
  const { t } = useTranslation('account')
  const setUp = trpc.auth.setUpTotp.useMutation()
  const form = useProofForm({
    schema: setUpTotpInput,
    defaultValues: { password: '' },
    onSubmit: async ({ password }) => onSecret(await setUp.mutateAsync({ password })),
  })
  return (
    <Dialog title={t('setUp.title')} description={t('setUp.passwordLead')} onClose={onClose}>
      {expired && <Notice>{t('setUp.expired')}</Notice>}
      <form noValidate onSubmit={form.submit} className="grid gap-4">
        <ProofFields form={form} autoFocus />
        {form.failure && <Notice tone="bad">{form.failure}</Notice>}
        <Button type="submit" wide busy={form.busy}>
          {t('next')}
        </Button>
      </form>
    </Dialog>
  )
}

type ScanAndConfirmProps = {
  secret: Secret
  onCodes: (codes: string[]) => void
  onExpired: () => void
  onClose: () => void
}

function ScanAndConfirm({ secret, onCodes, onExpired, onClose }: ScanAndConfirmProps) {
  const { t } = useTranslation(['account', 'auth'])
  const utils = trpc.useUtils()
  const confirm = trpc.auth.confirmTotp.useMutation()
  const form = useSchemaForm({
    schema: confirmTotpInput,
    defaultValues: { code: '' },
    blame: { CODE_INVALID: ['code', 'SECOND_FACTOR_WRONG'] },
    onSubmit: async (values) => {
      try {
        const { recoveryCodes } = await confirm.mutateAsync(values)
        onCodes(recoveryCodes)
        void utils.auth.security.invalidate()
      } catch (error) {
        if (failureOf(error).reason !== 'CHALLENGE_EXPIRED') throw error
        onExpired()
      }
    },
  })
  return (
    <Dialog title={t('setUp.title')} description={t('setUp.scanLead')} onClose={onClose}>
      <div className="grid justify-items-center gap-4 sm:grid-cols-[auto_minmax(0,1fr)] sm:justify-items-start">
        <QrCode text={secret.uri} label={t('setUp.qr')} />
        <div className="grid w-full content-start justify-items-start gap-2">
          <p className="text-sm text-ink-soft">{t('setUp.byHand')}</p>
          <p className="w-full rounded-lg bg-sunk px-3 py-2 font-mono break-words">{inFours(secret.secret)}</p>
          <CopyButton text={secret.secret}>{t('setUp.copySecret')}</CopyButton>
          <a href={secret.uri} className="text-sm font-semibold text-copper underline underline-offset-4">
            {t('setUp.openApp')}
          </a>
        </div>
      </div>
      <form noValidate onSubmit={form.submit} className="grid gap-4">
        <TextField
          label={t('auth:secondFactor.code')}
          hint={t('setUp.codeHint')}
          autoComplete="one-time-code"
          inputMode="numeric"
          spellCheck={false}
          autoFocus
          maxLength={20}
          className="font-mono text-lg tracking-widest"
          {...form.field('code')}
        />
        {form.failure && <Notice tone="bad">{form.failure}</Notice>}
        <Button type="submit" wide busy={form.busy}>
          {t('setUp.confirm')}
        </Button>
      </form>
    </Dialog>
  )
}

/** ABCDEFGH as ABCD EFGH: easier to type from one screen to another. */
function inFours(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ')
}
