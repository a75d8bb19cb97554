import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { controlClass, Field } from './field.tsx'
import { ChevronDownIcon } from './icons.tsx'

type SelectFieldProps = Omit<ComponentProps<'select'>, 'onChange'> & {
  label: string
  hint?: ReactNode
  error?: string
  options: { value: string; label: string }[]
  onChange: (value: string) => void
}

/** A select of a form, its label above it. */
export function SelectField({ label, hint, error, options, onChange, className, ...select }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <span className={classNames('relative block', className)}>
          <select
            {...select}
            {...wiring}
            onChange={(event) => onChange(event.target.value)}
            className={classNames(controlClass, 'appearance-none pr-10')}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} className="bg-surface text-ink">
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDownIcon className="pointer-events-none absolute top-1/2 right-3.5 size-4 -translate-y-1/2 text-ink-soft" />
        </span>
      )}
    </Field>
  )
}
