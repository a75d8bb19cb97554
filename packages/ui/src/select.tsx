import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { ChevronDownIcon } from './icons.tsx'

type SelectProps = Omit<ComponentProps<'select'>, 'onChange'> & {
  label: string
  options: { value: string; label: string }[]
  onChange: (value: string) => void
}

/** The platform's own select, dressed; its label is for assistive technology only. */
export function Select({ label, options, onChange, className, ...select }: SelectProps) {
  return (
    <span className={classNames('relative inline-flex items-center', className)}>
      <select
        aria-label={label}
        {...select}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-11 w-full appearance-none rounded-lg bg-transparent py-1 pr-8 pl-3 font-semibold text-ink-soft transition hover:bg-copper-wash hover:text-copper"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} className="bg-surface text-ink">
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDownIcon className="pointer-events-none absolute right-2 size-4 text-ink-soft" />
    </span>
  )
}
