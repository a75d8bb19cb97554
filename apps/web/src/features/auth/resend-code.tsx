import { Button } from '@kettle/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf, useExplain, waitTime } from '../../lib/errors.ts'
import { useToast } from '../../lib/toasts.tsx'
import { trpc } from '../../lib/trpc.ts'

const waitSeconds = 60

/** Asks for another code; after each the button waits, as long as the server says or a minute. */
export function ResendCode({ emailOf, onSent }: { emailOf: () => string; onSent: () => void }) {
  const { t, i18n } = useTranslation('auth')
  const say = useToast()
  const explain = useExplain()
  const [wait, setWait] = useState(0)
  const resend = trpc.auth.resendCode.useMutation({
    onSuccess: () => {
      setWait(waitSeconds)
      onSent()
      say('good', t('confirm.resent'))
    },
    onError: (error) => {
      setWait(failureOf(error).retryAfterSeconds ?? 0)
      say('bad', explain(error))
    },
  })
  const waiting = wait > 0
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => setWait((seconds) => seconds - 1), 1000)
    return () => clearInterval(timer)
  }, [waiting])

  if (waiting) {
    return (
      <p className="text-center text-sm text-ink-soft tabular-nums">
        {t('confirm.resendWait', { time: waitTime(wait, i18n.language) })}
      </p>
    )
  }
  return (
    <Button look="quiet" busy={resend.isPending} onClick={() => resend.mutate({ email: emailOf() })}>
      {t('confirm.resend')}
    </Button>
  )
}
