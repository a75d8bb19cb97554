import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import { classNames } from './class-names.ts'
import { CloseIcon } from './icons.tsx'
import { useUi } from './provider.tsx'

type DialogProps = {
  title: string
  /** A line under the title, read out with it. */
  description?: ReactNode
  /** `sheet` rises from the lower edge of a phone; elsewhere it is a dialog like any other. */
  look?: 'box' | 'sheet'
  onClose: () => void
  children: ReactNode
}

const looks = {
  box: 'm-auto max-h-[calc(100dvh-2rem)] w-[min(32rem,calc(100vw-2rem))] rounded-2xl border',
  sheet:
    'mx-auto mt-auto mb-0 max-h-[85dvh] w-full max-w-none rounded-t-2xl border-t sm:m-auto sm:w-[min(32rem,calc(100vw-2rem))] sm:rounded-2xl sm:border',
}

/**
 * A modal dialog; mounting it opens it. It is the browser's own <dialog>, which traps focus, makes the rest inert and
 * gives focus back, where Radix's would write a <style> element that our content security policy refuses.
 */
export function Dialog({ title, description, look = 'box', onClose, children }: DialogProps) {
  const { words } = useUi()
  const id = useId()
  const ref = useRef<HTMLDialogElement>(null)

  // What is inside comes once the dialog is open, still before anything is painted: nothing in a closed one takes focus.
  const [open, setOpen] = useState(false)

  useLayoutEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    setOpen(true)
    return () => dialog?.close()
  }, [])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard's way is Escape, which arrives as onCancel
    <dialog
      ref={ref}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
      className={classNames('animate-rise border-line bg-surface text-ink shadow-pop', looks[look])}
    >
      <div className="grid gap-5 p-6 sm:p-7">
        <header className="flex items-start justify-between gap-4">
          <div className="grid gap-1">
            <h2 id={`${id}-title`} className="text-2xl font-bold">
              {title}
            </h2>
            {description && (
              <p id={`${id}-description`} className="text-ink-soft">
                {description}
              </p>
            )}
          </div>
          <button
            type="button"
            aria-label={words.close}
            onClick={onClose}
            className="-mt-1.5 -mr-2 grid size-11 shrink-0 place-items-center rounded-lg text-ink-soft hover:bg-copper-wash hover:text-copper"
          >
            <CloseIcon />
          </button>
        </header>
        {open && children}
      </div>
    </dialog>
  )
}
