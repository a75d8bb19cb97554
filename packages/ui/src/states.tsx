import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { AlertIcon } from './icons.tsx'
import { KettleMark } from './kettle-mark.tsx'

type StateProps = { title: string; children?: ReactNode; action?: ReactNode }

function State({ picture, title, children, action }: StateProps & { picture: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-3 px-4 py-14 text-center">
      {picture}
      <h2 className="text-2xl font-bold">{title}</h2>
      {children && <div className="max-w-md text-ink-soft">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  )
}

/** Nothing here yet, said kindly, with the next step. */
export function EmptyState(props: StateProps) {
  return <State picture={<KettleMark steaming className="size-20 text-ink-soft" />} {...props} />
}

/** Something failed: what, why, and a way to try again. */
export function ErrorState({
  title,
  children,
  retry,
}: {
  title: string
  children?: ReactNode
  retry?: { label: string; onRetry: () => void }
}) {
  return (
    <div role="alert">
      <State
        picture={
          <span className="grid size-16 place-items-center rounded-full bg-danger-wash text-danger">
            <AlertIcon className="size-8" />
          </span>
        }
        title={title}
        action={
          retry && (
            <Button look="secondary" onClick={retry.onRetry}>
              {retry.label}
            </Button>
          )
        }
      >
        {children}
      </State>
    </div>
  )
}
