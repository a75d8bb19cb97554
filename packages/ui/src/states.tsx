import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { AlertIcon } from './icons.tsx'
import { KettleMark } from './kettle-mark.tsx'

type StateProps = {
  title: string
  /** 1 where it is all the page says. */
  headingLevel?: 1 | 2
  children?: ReactNode
  action?: ReactNode
}

function State({ picture, title, headingLevel = 2, children, action }: StateProps & { picture: ReactNode }) {
  const Heading = `h${headingLevel}` as const
  return (
    <div className="grid justify-items-center gap-3 px-4 py-14 text-center">
      {picture}
      <Heading className="text-2xl font-bold">{title}</Heading>
      {children && <div className="max-w-md text-ink-soft">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  )
}

/** Nothing here yet, said kindly, with the next step. */
export function EmptyState(props: StateProps) {
  return <State picture={<KettleMark steaming className="size-20 text-ink-soft" />} {...props} />
}

type ErrorStateProps = Omit<StateProps, 'action'> & { retry?: { label: string; onRetry: () => void } }

/** Something failed: what, why, and a way to try again. */
export function ErrorState({ retry, ...state }: ErrorStateProps) {
  return (
    <div role="alert">
      <State
        {...state}
        picture={
          <span className="grid size-16 place-items-center rounded-full bg-danger-wash text-danger">
            <AlertIcon className="size-8" />
          </span>
        }
        action={
          retry && (
            <Button look="secondary" onClick={retry.onRetry}>
              {retry.label}
            </Button>
          )
        }
      />
    </div>
  )
}
