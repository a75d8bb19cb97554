import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { controlClass, Field } from './field.tsx'

type TextAreaProps = ComponentProps<'textarea'> & { label: string; hint?: ReactNode; error?: string }

/** A field of several lines that grows with its text where browsers can. */
export function TextArea({ label, hint, error, className, rows = 4, ...area }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <textarea
          {...area}
          {...wiring}
          rows={rows}
          className={classNames(controlClass, 'field-sizing-content py-2.5 leading-relaxed', className)}
        />
      )}
    </Field>
  )
}
