import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { Spinner } from './spinner.tsx'

type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger' | 'onNight'
type ButtonSize = 'small' | 'medium' | 'large'

const looks: Record<ButtonLook, string> = {
  primary:
    'bg-copper-fill text-on-copper sheen shadow-card hover:bg-copper-fill-strong active:translate-y-px aria-disabled:hover:bg-copper-fill',
  secondary: 'border border-edge bg-surface text-ink hover:border-copper-fill hover:text-copper active:translate-y-px',
  quiet: 'text-ink hover:bg-copper-wash hover:text-copper',
  danger: 'border border-danger bg-surface text-danger hover:bg-danger-wash active:translate-y-px',
  onNight: 'border border-steam-soft/60 text-steam hover:border-ember hover:text-ember',
}

const sizes: Record<ButtonSize, string> = {
  small: 'min-h-9 px-3 text-sm',
  medium: 'min-h-11 px-4.5 text-base',
  large: 'min-h-13 px-7 text-lg',
}

/** The classes of a button, for links that look like one. */
export function buttonClass({
  look = 'primary',
  size = 'medium',
  wide = false,
}: {
  look?: ButtonLook
  size?: ButtonSize
  wide?: boolean
} = {}): string {
  return classNames(
    'relative inline-flex items-center justify-center gap-2 rounded-lg font-semibold leading-tight transition select-none aria-disabled:opacity-60',
    looks[look],
    sizes[size],
    wide && 'w-full',
  )
}

type ButtonProps = ComponentProps<'button'> & {
  look?: ButtonLook
  size?: ButtonSize
  wide?: boolean
  /** While busy the button keeps its width and its focus, says so, and ignores further clicks. */
  busy?: boolean
}

export function Button({
  look,
  size,
  wide,
  busy = false,
  className,
  children,
  onClick,
  disabled,
  ...rest
}: ButtonProps) {
  const blocked = busy || disabled
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={blocked || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (blocked) event.preventDefault()
        else onClick?.(event)
      }}
      className={classNames(buttonClass({ look, size, wide }), blocked && 'cursor-not-allowed', className)}
    >
      <span className={classNames('inline-flex items-center gap-2', busy && 'opacity-0')}>{children}</span>
      {busy && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      )}
    </button>
  )
}

/** A square button that is only a picture; its label is its name and its tooltip. */
export function IconButton({ label, className, children, ...rest }: ComponentProps<'button'> & { label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={classNames(
        'grid size-11 shrink-0 place-items-center rounded-lg text-ink-soft transition hover:bg-copper-wash hover:text-copper',
        className,
      )}
    >
      {children}
    </button>
  )
}
