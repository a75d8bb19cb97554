import { classNames } from './class-names.ts'
import { CheckIcon, CloseIcon } from './icons.tsx'
import { useUi } from './provider.tsx'

export type Toast = {
  id: string
  tone: 'good' | 'bad'
  text: string
  /** Where a click on its text leads; another site opens in a window of its own. */
  href?: string
}

/** Short messages at the edge of the screen, read out as they come. When they go is the app's to say. */
export function ToastList({ toasts, onDismiss }: { toasts: Toast[]; onDismiss: (id: string) => void }) {
  const { words } = useUi()
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-50 grid justify-items-center gap-2 sm:left-auto sm:w-96"
    >
      {toasts.map((toast) => (
        <div
          key={toast.id}
          className={classNames(
            'pointer-events-auto flex w-full animate-rise items-center gap-3 rounded-xl border bg-surface py-2 pr-2 pl-4 shadow-pop',
            toast.tone === 'good' ? 'border-patina text-patina' : 'border-danger text-danger',
          )}
        >
          {toast.tone === 'good' && <CheckIcon className="size-5 shrink-0" />}
          <p className="line-clamp-3 flex-1 wrap-anywhere">
            {toast.href ? (
              <a
                href={toast.href}
                {...(/^https?:/u.test(toast.href) && { target: '_blank', rel: 'noreferrer' })}
                onClick={() => onDismiss(toast.id)}
                className="hover:underline"
              >
                {toast.text}
              </a>
            ) : (
              toast.text
            )}
          </p>
          <button
            type="button"
            aria-label={words.close}
            onClick={() => onDismiss(toast.id)}
            className="grid size-9 place-items-center rounded-lg hover:bg-sunk"
          >
            <CloseIcon className="size-4" />
          </button>
        </div>
      ))}
    </div>
  )
}
