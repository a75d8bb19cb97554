import { Button, KeyIcon, Notice } from '@kettle/ui'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../../lib/errors.ts'
import type { User } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { askForPasskey, canOfferInField, passkeyFailure, passkeysPossible, stopAsking } from './passkeys.ts'

/** The store forgets its challenge after five minutes; the offer in the field gets a new one before. */
const OFFER_MS = 270_000

/** Log-in with a passkey: by a button, and in the browser's list under the address field. */
export function PasskeyLogin({ onIn }: { onIn: (user: User) => Promise<void> }) {
  const { t } = useTranslation('auth')
  const explain = useExplain()
  const [trouble, setTrouble] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [round, setRound] = useState(0)
  const getOptions = trpc.auth.passkeyLoginOptions.useMutation()
  const login = trpc.auth.loginWithPasskey.useMutation()

  const ask = async (inField: boolean) => {
    const { challengeId, options } = await getOptions.mutateAsync()
    return { challengeId, response: await askForPasskey(options, inField) }
  }
  const finish = async (asked: Awaited<ReturnType<typeof ask>>) => {
    const { user } = await login.mutateAsync(asked)
    await onIn(user)
  }
  const tell = (error: unknown) => {
    const failure = passkeyFailure(error)
    setTrouble(failure ? t(`passkey.${failure === 'already' ? 'unable' : failure}`) : explain(error))
  }

  const offerInField = useEffectEvent(async (wanted: () => boolean) => {
    if (!(await canOfferInField()) || !wanted()) return
    // Nobody asked for the offer: only what goes wrong after somebody took it is worth a word.
    const asked = await ask(true).catch(() => undefined)
    if (asked && wanted()) await finish(asked).catch(tell)
  })
  useEffect(() => {
    let wanted = true
    void offerInField(() => wanted)
    const timer = setTimeout(() => setRound((count) => count + 1), OFFER_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
      if (passkeysPossible()) void stopAsking()
    }
  }, [round])

  if (!passkeysPossible()) return null
  const byButton = async () => {
    if (busy) return
    setBusy(true)
    setTrouble(undefined)
    try {
      await finish(await ask(false))
    } catch (error) {
      tell(error)
      setRound((count) => count + 1)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="grid gap-4">
      <div aria-hidden="true" className="flex items-center gap-4 text-sm text-ink-soft">
        <span className="h-px flex-1 bg-line" />
        {t('login.or')}
        <span className="h-px flex-1 bg-line" />
      </div>
      {trouble && <Notice tone="bad">{trouble}</Notice>}
      <Button look="secondary" wide busy={busy} onClick={() => void byButton()}>
        <KeyIcon />
        {t('passkey.login')}
      </Button>
    </div>
  )
}
