import { useState } from 'react'
import type { LinkView } from '../../shared/views.ts'
import { ConfirmStep } from './confirm-step.tsx'
import { PasswordStep } from './password-step.tsx'
import { SecondStep } from './second-step.tsx'

/** What was filled in so far; it stays while one goes from step to step. */
export interface Credentials {
  server: string
  email: string
  password: string
}

/** Log-in with the store's account: by password, by the second step where there is one, or by the code of a registration. */
export function LoginScreen({ server, link }: { server: string; link: LinkView | null }) {
  const [step, setStep] = useState<'password' | 'second' | 'confirm'>('password')
  const [typed, setTyped] = useState<Credentials>({ server, email: '', password: '' })
  const change = (part: Partial<Credentials>): void => setTyped((known) => ({ ...known, ...part }))
  const toPassword = (): void => setStep('password')
  if (step === 'second') return <SecondStep typed={typed} onBack={toPassword} />
  if (step === 'confirm') return <ConfirmStep typed={typed} onChange={change} onBack={toPassword} />
  return (
    <PasswordStep
      {...{ server, typed, link }}
      onChange={change}
      onSecondStep={() => setStep('second')}
      onConfirm={() => setStep('confirm')}
    />
  )
}
