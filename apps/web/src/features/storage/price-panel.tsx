import { addDiscountInput, changeGameInput, type DiscountView } from '@kettle/api/client'
import { readAmount, writeAmount } from '@kettle/money'
import { Button, formatDateTime, formatMoney, Notice, Section, TextField } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { AmountField } from '../../lib/amount-field.tsx'
import { useExplain } from '../../lib/errors.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { useToast } from '../../lib/toasts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import type { OwnGame } from './own-game.tsx'
import { useSaveGame } from './use-save-game.ts'

/** What a game costs, and when it costs less. */
export function PricePanel({ game }: { game: OwnGame }) {
  const { t } = useTranslation('publish')
  const rules = trpc.payments.rules.useQuery(undefined, { staleTime: Number.POSITIVE_INFINITY })
  return (
    <div className="grid max-w-3xl gap-6">
      {rules.data && <BasePrice game={game} currency={rules.data.currency} />}
      <Section title={t('price.discounts')} lead={t('price.discountsLead')}>
        {game.discounts.length === 0 ? (
          <p className="text-ink-soft">{t('price.none')}</p>
        ) : (
          <ul className="grid gap-2">
            {game.discounts.map((discount) => (
              <Discount key={discount.id} discount={discount} />
            ))}
          </ul>
        )}
        <NewDiscount gameId={game.id} />
      </Section>
    </div>
  )
}

function BasePrice({ game, currency }: { game: OwnGame; currency: string }) {
  const { t, i18n } = useTranslation('publish')
  const say = useToast()
  const explain = useExplain()
  const saving = useSaveGame(game)
  const [deciding, setDeciding] = useState(false)
  const minor = (typed: string) => readAmount(typed, currency, i18n.language) ?? Number.NaN
  const form = useSchemaForm({
    schema: z.object({
      price: z.string().superRefine((typed, context) => {
        const checked = changeGameInput.shape.basePrice.safeParse(minor(typed))
        if (!checked.success)
          context.addIssue({ code: 'custom', message: checked.error.issues[0]?.message ?? 'AMOUNT_INVALID' })
      }),
    }),
    blame: { INVALID_INPUT: ['price', 'FREE_WITH_DISCOUNTS'] },
    defaultValues: { price: writeAmount(saving.base.basePrice, currency, i18n.language) },
    onSubmit: async ({ price }) => {
      settle(await saving.save({ basePrice: minor(price) }))
    },
  })
  const fill = (amount: number) => form.reset({ price: writeAmount(amount, currency, i18n.language) })
  const settle = (saved: OwnGame | null) => {
    if (!saved) return
    fill(saved.basePrice)
    say('good', t('price.saved'))
  }
  const keepMine = async () => {
    setDeciding(true)
    await saving
      .keepMine()
      .then(settle, (error: unknown) => say('bad', explain(error)))
      .finally(() => setDeciding(false))
  }
  const shown = (amount = 0) => formatMoney({ amount, currency }, i18n.language)
  return (
    <Section title={t('price.title')} lead={t('price.lead')}>
      <form noValidate onSubmit={form.submit} className="grid gap-4">
        <AmountField
          label={t('price.amount', { currency })}
          currency={currency}
          typed={form.watch('price')}
          className="max-w-48"
          {...form.field('price')}
        />
        {saving.conflict && (
          <ConflictNotice
            rows={[
              {
                label: t('price.title'),
                mine: shown(saving.conflict.mine.basePrice),
                theirs: shown(saving.conflict.latest.basePrice),
              },
            ]}
            busy={deciding}
            onMine={() => void keepMine()}
            onTheirs={() => {
              fill(saving.conflict?.latest.basePrice ?? 0)
              saving.takeTheirs()
            }}
          />
        )}
        {form.failure && <Notice tone="bad">{form.failure}</Notice>}
        <Button type="submit" className="justify-self-start" busy={form.busy}>
          {t('price.save')}
        </Button>
      </form>
    </Section>
  )
}

function Discount({ discount }: { discount: DiscountView }) {
  const { t, i18n } = useTranslation('publish')
  const say = useToast()
  const explain = useExplain()
  const utils = trpc.useUtils()
  const end = trpc.storage.endDiscount.useMutation({
    onSuccess: () => Promise.all([utils.storage.game.invalidate(), utils.search.invalidate()]),
    onError: (error) => say('bad', explain(error)),
  })
  const running = Date.parse(discount.startsAt) <= Date.now()
  const moment = (iso: string) => formatDateTime(iso, i18n.language)
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 rounded-xl bg-sunk px-4 py-3">
      <div>
        <p className="font-bold text-patina">−{discount.percent}%</p>
        <p className="text-sm text-ink-soft">
          {t(running ? 'price.runs' : 'price.comes', {
            from: moment(discount.startsAt),
            until: moment(discount.endsAt),
          })}
        </p>
      </div>
      <Button look="secondary" size="small" busy={end.isPending} onClick={() => end.mutate({ id: discount.id })}>
        {t(running ? 'price.endNow' : 'price.cancel')}
      </Button>
    </li>
  )
}

/** What the browser's own field for a moment holds, in the reader's time zone. */
const localMoment = (date: Date) =>
  new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)

const WEEK_MS = 7 * 86_400_000

function NewDiscount({ gameId }: { gameId: string }) {
  const { t } = useTranslation('publish')
  const utils = trpc.useUtils()
  const add = trpc.storage.addDiscount.useMutation()
  const iso = (local: string) => (local ? new Date(local).toISOString() : undefined)
  const form = useSchemaForm({
    schema: z.object({
      percent: z
        .string()
        .refine((typed) => addDiscountInput.shape.percent.safeParse(Number(typed)).success, 'PERCENT_INVALID'),
      startsAt: z.string(),
      endsAt: z.string().min(1, 'DISCOUNT_ENDS_TOO_EARLY'),
    }),
    defaultValues: { percent: '25', startsAt: '', endsAt: localMoment(new Date(Date.now() + WEEK_MS)) },
    blame: { DISCOUNT_OVERLAPS: ['endsAt', 'DISCOUNT_OVERLAPS'] },
    onSubmit: async ({ percent, startsAt, endsAt }) => {
      await add.mutateAsync({ gameId, percent: Number(percent), startsAt: iso(startsAt), endsAt: iso(endsAt) ?? '' })
      await Promise.all([utils.storage.game.invalidate(), utils.search.invalidate()])
    },
  })
  return (
    <form noValidate onSubmit={form.submit} className="grid gap-4 border-t border-line pt-5">
      <h3 className="text-lg font-bold">{t('price.new')}</h3>
      <div className="grid items-start gap-4 sm:grid-cols-[7rem_1fr_1fr]">
        <TextField label={t('price.percent')} inputMode="numeric" {...form.field('percent')} />
        <TextField
          type="datetime-local"
          label={t('price.from')}
          hint={t('price.fromHint')}
          {...form.field('startsAt')}
        />
        <TextField type="datetime-local" label={t('price.until')} {...form.field('endsAt')} />
      </div>
      {form.failure && <Notice tone="bad">{form.failure}</Notice>}
      <Button type="submit" look="secondary" className="justify-self-start" busy={form.busy}>
        {t('price.add')}
      </Button>
    </form>
  )
}
