import { Button, ClockIcon, formatWait, Notice } from '@kettle/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf, useExplain } from '../../lib/errors.ts'
import { useToast } from '../../lib/toasts.tsx'
import { type CodePurpose, codeDeadline, nextCodeAt, rememberCode } from './code-life.ts'
import { useCountdown } from './use-countdown.ts'

type CodeWaitProps = {
  purpose: CodePurpose
  email: string
  /**
   * Asks the store for another code; gives until when it is good, or nothing where no address is known yet. Without it
   * there is no button.
   */
  resend?: () => Promise<{ expiresAt: string } | undefined>
  onSent?: () => void
}

/** How long a mailed code is still good, and the way to another one. */
export function CodeWait({ purpose, email, resend, onSent }: CodeWaitProps) {
  const { t, i18n } = useTranslation('auth')
  const say = useToast()
  const explain = useExplain()
  const [until, setUntil] = useState(() => codeDeadline(purpose, email))
  const [refusedUntil, setRefusedUntil] = useState<number>()
  const [busy, setBusy] = useState(false)
  useEffect(() => setUntil(codeDeadline(purpose, email)), [purpose, email])

  const left = useCountdown(until)
  const expired = left === 0
  const wait = useCountdown(refusedUntil ?? (until && !expired ? nextCodeAt(until) : undefined)) ?? 0

  const ask = async () => {
    if (busy || !resend) return
    setBusy(true)
    try {
      const sent = await resend()
      if (!sent) return
      rememberCode(purpose, email, sent.expiresAt)
      setRefusedUntil(undefined)
      setUntil(codeDeadline(purpose, email))
      onSent?.()
      say('good', t('code.resent'))
    } catch (error) {
      const { retryAfterSeconds } = failureOf(error)
      if (retryAfterSeconds) setRefusedUntil(Date.now() + retryAfterSeconds * 1000)
      say('bad', explain(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="grid justify-items-center gap-2 text-center">
      <div role="status" className="w-full empty:hidden">
        {expired && <Notice>{resend ? t('code.expired') : t('code.expiredStartOver')}</Notice>}
      </div>
      {left !== undefined && !expired && (
        <p role="timer" className="flex items-center gap-2 text-ink-soft">
          <ClockIcon className="size-4.5 shrink-0" />
          <span className="tabular-nums">{t('code.left', { time: clock(left) })}</span>
        </p>
      )}
      {resend && wait > 0 && (
        <p className="flex min-h-11 items-center text-sm text-balance text-ink-soft tabular-nums">
          {t('code.resendWait', { time: formatWait(wait, i18n.language) })}
        </p>
      )}
      {resend && wait === 0 && (
        <Button look={expired ? 'secondary' : 'quiet'} busy={busy} onClick={() => void ask()}>
          {t('code.resend')}
        </Button>
      )}
    </div>
  )
}

/** 581 seconds as 9:41. */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
