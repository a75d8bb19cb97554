import { TextField } from '@kettle/ui'
import { type ComponentProps, useState } from 'react'
import { useTranslation } from 'react-i18next'

type SecondFactorFieldProps = Omit<ComponentProps<typeof TextField>, 'label' | 'hint'> & {
  /** What was typed for the one is nothing for the other: empties the field. */
  onSwitch: () => void
}

/** The code of the second step: six digits from the app, or one of the recovery codes. */
export function SecondFactorField({ onSwitch, ...field }: SecondFactorFieldProps) {
  const { t } = useTranslation('auth')
  const [recovery, setRecovery] = useState<boolean>()
  return (
    <div className="grid justify-items-start gap-1">
      <div className="w-full">
        <TextField
          key={String(Boolean(recovery))}
          {...field}
          label={recovery ? t('secondFactor.recoveryCode') : t('secondFactor.code')}
          hint={recovery ? t('secondFactor.recoveryHint') : t('secondFactor.hint')}
          autoComplete="one-time-code"
          inputMode={recovery ? 'text' : 'numeric'}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={40}
          autoFocus={field.autoFocus || recovery !== undefined}
          className="font-mono text-lg tracking-widest"
        />
      </div>
      <button
        type="button"
        className="min-h-9 text-sm font-semibold text-copper underline underline-offset-4"
        onClick={() => {
          onSwitch()
          setRecovery(!recovery)
        }}
      >
        {recovery ? t('secondFactor.useApp') : t('secondFactor.useRecovery')}
      </button>
    </div>
  )
}
