import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import { AlertIcon } from './icons.tsx'

type FieldText = { label: string; hint?: ReactNode; error?: string }

/** What a control inside a Field must carry so that label, hint and error belong to it. */
export type FieldWiring = {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

export const controlClass =
  'w-full min-h-12 rounded-lg border border-edge bg-surface px-3.5 text-ink placeholder:text-ink-soft transition hover:border-copper-fill aria-invalid:border-danger aria-invalid:border-2'

/** Label above, control, then hint and error below it; all of them wired for screen readers. */
export function Field({
  label,
  hint,
  error,
  action,
  children,
}: FieldText & { action?: ReactNode; children: (wiring: FieldWiring) => ReactNode }) {
  const id = useId()
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className="grid gap-1.5">
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        {action}
      </div>
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined })}
      <div aria-live="polite" className="empty:hidden">
        {error && (
          <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm text-danger">
            <AlertIcon className="mt-0.5 size-4 shrink-0" />
            {error}
          </p>
        )}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
    </div>
  )
}

/** A one-line text field. */
export function TextField({ label, hint, error, className, ...input }: FieldText & ComponentProps<'input'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => <input {...input} {...wiring} className={classNames(controlClass, className)} />}
    </Field>
  )
}
