import { deleteAccountInput } from '@kettle/api/client'
import { Button, CheckField, Dialog, formatMoney, Notice, Skeleton } from '@kettle/ui'
import { useNavigate } from '@tanstack/react-router'
import { Controller } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../../../lib/errors.ts'
import { Failed } from '../../../lib/failed.tsx'
import { setSession } from '../../../lib/session.ts'
import { useToast } from '../../../lib/toasts.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { ProofFields } from './proof-fields.tsx'
import { useProofForm } from './use-proof-form.ts'

/** Says what goes and what stays, asks for the proof, and for a word on the money that is left. */
export default function DeleteDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation('account')
  const say = useToast()
  const navigate = useNavigate()
  const wallet = trpc.payments.wallet.useQuery()
  const remove = trpc.auth.deleteAccount.useMutation()
  const form = useProofForm({
    schema: deleteAccountInput,
    defaultValues: { password: '', code: undefined, forfeitBalance: false },
    onSubmit: async (values) => {
      try {
        await remove.mutateAsync(values)
      } catch (error) {
        // Money came in since the dialog was opened: it shows now, and asks about it.
        if (failureOf(error).reason === 'BALANCE_LEFT') await wallet.refetch()
        throw error
      }
      await navigate({ to: '/' })
      await setSession(null)
      say('good', t('delete.done'))
    },
  })
  if (wallet.error && !wallet.data) {
    return (
      <Dialog title={t('delete.title')} onClose={onClose}>
        <Failed title={t('delete.failed')} error={wallet.error} onRetry={() => void wallet.refetch()} />
      </Dialog>
    )
  }
  if (!wallet.data) {
    return (
      <Dialog title={t('delete.title')} onClose={onClose}>
        <Skeleton className="h-72 rounded-xl" />
      </Dialog>
    )
  }
  const { balance } = wallet.data
  return (
    <Dialog title={t('delete.title')} description={t('delete.sure')} onClose={onClose}>
      <Facts title={t('delete.goes')} facts={t('delete.goesList', { returnObjects: true })} />
      <Facts title={t('delete.stays')} facts={t('delete.staysList', { returnObjects: true })} />
      <form noValidate onSubmit={form.submit} className="grid gap-4">
        {balance.amount > 0 && (
          <div className="rounded-lg bg-danger-wash px-4 py-2">
            <Controller
              control={form.control}
              name="forfeitBalance"
              render={({ field: { value, ...field } }) => (
                <CheckField
                  {...field}
                  checked={Boolean(value)}
                  label={t('delete.forfeit', { money: formatMoney(balance, i18n.language) })}
                />
              )}
            />
          </div>
        )}
        <ProofFields form={form} />
        {form.failure && <Notice tone="bad">{form.failure}</Notice>}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look="danger" busy={form.busy}>
            {t('delete.confirm')}
          </Button>
          <Button look="secondary" onClick={onClose}>
            {t('delete.keep')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Facts({ title, facts }: { title: string; facts: readonly string[] }) {
  return (
    <div className="grid gap-1">
      <h3 className="font-sans font-semibold">{title}</h3>
      <ul className="grid list-disc gap-0.5 pl-5 text-ink-soft">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </div>
  )
}
