import { Button } from '@kettle/ui'
import { type ReactElement, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

export type OlderMessagesProps = {
  load: () => void
  busy: boolean
  /** Why the last try brought nothing. */
  problem?: string | null
}

/** Older messages, once their place comes into view; also by hand. */
export function OlderMessages({ load, busy, problem }: OlderMessagesProps): ReactElement {
  const { t } = useTranslation('messages')
  const place = useRef<HTMLDivElement>(null)
  const act = useRef(load)
  act.current = load
  useEffect(() => {
    if (!place.current) return
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) act.current()
    })
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={place} className="grid justify-items-center gap-1 py-2">
      <Button look="quiet" size="small" busy={busy} onClick={load}>
        {t('older')}
      </Button>
      {problem && <p className="text-sm text-danger">{problem}</p>}
    </div>
  )
}
