import { PasswordField, StrengthMeter } from '@kettle/ui'
import { type ComponentProps, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Strength } from './password-strength.ts'

type NewPasswordFieldProps = Omit<ComponentProps<typeof PasswordField>, 'hint' | 'value'> & {
  value: string
  /** What others know of its owner, and would guess first: name, address. */
  owner?: string[]
}

const loadEstimator = () => import('./password-strength.ts')

/** A password to be chosen: while it is typed, its strength shows below, or the rule that it still breaks. */
export function NewPasswordField({ value, owner = [], onFocus, ...field }: NewPasswordFieldProps) {
  const { t } = useTranslation(['auth', 'fields'])
  const strength = useStrength(value, owner)
  const sentence = useSentence(value, strength)
  const heard = useSettled(value ? sentence : '')
  return (
    <div>
      <PasswordField
        autoComplete="new-password"
        {...field}
        onFocus={(event) => {
          // The estimator is on its way while the first character is still being thought of.
          loadEstimator().catch(() => {})
          onFocus?.(event)
        }}
        hint={
          <>
            <StrengthMeter score={value ? strength?.score : undefined} />
            {/* As high as its longest sentence on a phone, so that nothing below moves while one types. */}
            <span className="block min-h-10.5">{value ? sentence : t('passwordHint')}</span>
          </>
        }
      />
      <p aria-live="polite" className="sr-only">
        {heard}
      </p>
    </div>
  )
}

function useSentence(value: string, strength: Strength | undefined): string {
  const { t } = useTranslation(['auth', 'fields'])
  if (value.length < 8) return t('strength.tooShort', { count: 8 - value.length })
  if (value.length > 128) return t('fields:PASSWORD_TOO_LONG')
  if (strength?.failed === 'TOO_COMMON') return t('fields:PASSWORD_TOO_COMMON')
  if (!strength) return t('passwordHint')
  return t(`strength.score${strength.score}`)
}

/** Undefined until the estimator is there, and where it can't be had: the rules hold without it. */
function useStrength(value: string, owner: string[]): Strength | undefined {
  const [strength, setStrength] = useState<Strength>()
  const known = owner.join('\n')
  useEffect(() => {
    if (!value) return setStrength(undefined)
    let current = true
    loadEstimator().then(
      ({ passwordStrength }) => current && setStrength(passwordStrength(value, known.split('\n'))),
      () => {},
    )
    return () => {
      current = false
    }
  }, [value, known])
  return strength
}

/** A sentence once it has stood for a moment: who listens to the page needn't hear of every key. */
function useSettled(sentence: string): string {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(sentence), 700)
    return () => clearTimeout(timer)
  }, [sentence])
  return settled
}
