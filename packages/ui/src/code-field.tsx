import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { controlClass, Field } from './field.tsx'

type CodeFieldProps = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'> & {
  label: string
  hint?: ReactNode
  error?: string
  value: string
  /** How many digits make a whole code. */
  length: number
  /** Gets digits only, at most `length` of them, however the code was typed or pasted. */
  onChange: (digits: string) => void
}

/** One field for a numeric code: big, spaced, and forgiving of pasted spaces and dashes. */
export function CodeField({ label, hint, error, value, length, onChange, className, ...input }: CodeFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <input
          autoComplete="one-time-code"
          inputMode="numeric"
          spellCheck={false}
          {...input}
          {...wiring}
          value={value}
          onChange={(event) => onChange(event.target.value.replace(/\D/g, '').slice(0, length))}
          className={classNames(
            controlClass,
            'min-h-16 text-center font-mono text-3xl tracking-[0.28em] placeholder:text-line',
            className,
          )}
        />
      )}
    </Field>
  )
}
