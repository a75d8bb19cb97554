import { type ComponentProps, type ReactNode, useState } from 'react'
import { classNames } from './class-names.ts'
import { controlClass, Field } from './field.tsx'
import { EyeIcon, EyeOffIcon } from './later-icons.tsx'
import { useUi } from './provider.tsx'

type PasswordFieldProps = Omit<ComponentProps<'input'>, 'type'> & {
  label: string
  hint?: ReactNode
  error?: string
  /** Something beside the label, such as "Forgot password?". */
  action?: ReactNode
}

/** A password that can be shown; showing it never loses the caret or the manager's mark. */
export function PasswordField({ label, hint, error, action, className, ...input }: PasswordFieldProps) {
  const { words } = useUi()
  const [shown, setShown] = useState(false)
  const toggle = shown ? words.hidePassword : words.showPassword
  return (
    <Field label={label} hint={hint} error={error} action={action}>
      {(wiring) => (
        <div className="relative">
          <input
            {...input}
            {...wiring}
            type={shown ? 'text' : 'password'}
            spellCheck={false}
            autoCapitalize="none"
            className={classNames(controlClass, 'pr-12', className)}
          />
          <button
            type="button"
            aria-label={toggle}
            title={toggle}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0 right-0 grid w-12 place-items-center rounded-lg text-ink-soft hover:text-copper"
          >
            {shown ? <EyeOffIcon /> : <EyeIcon />}
          </button>
        </div>
      )}
    </Field>
  )
}
