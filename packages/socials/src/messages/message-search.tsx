import { Button, controlClass, EmptyState, isComposing, MessageText, Skeleton } from '@kettle/ui'
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMoments } from '../moments.ts'
import { usePersonWords } from '../person-words.ts'
import { messageWords, type SearchText } from '../use-search-text.ts'
import { type MessagePages, messagesIn, olderOf } from './message-pages.ts'

type MessageSearchProps = {
  user: { id: string; name: string }
  search: SearchText
  /** What has the words of `search.query`. */
  found: MessagePages
  /** Says why nothing was found out. */
  failed: ReactNode
  onLink?: (address: string) => void
  /** Shows a message where it stands. */
  onOpen: (seq: number) => void
  onClose: () => void
}

/** Looks for words within one conversation. */
export function MessageSearch(props: MessageSearchProps): ReactElement {
  const { user, search, found, failed, onLink, onOpen, onClose } = props
  const { t } = useTranslation('messages')
  const { nameOf } = usePersonWords()
  const { day, time } = useMoments()
  const messages = messagesIn(user.id, found)?.toReversed()
  const more = olderOf(found)
  const asked = search.query !== ''
  const input = useRef<HTMLInputElement>(null)
  const broken = Boolean(failed)
  useEffect(() => {
    // "Again" goes once it has worked, and must not take the keyboard's place along.
    if (!broken && document.activeElement === document.body) input.current?.focus()
  }, [broken])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the search from wherever one is in it
    <div
      className="flex min-h-0 flex-1 flex-col"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isComposing(event)) onClose()
      }}
    >
      <div className="p-3">
        <input
          ref={input}
          // biome-ignore lint/a11y/noAutofocus: the person has just asked to search
          autoFocus
          type="search"
          aria-label={t('search.label')}
          placeholder={t('search.label')}
          maxLength={messageWords.most}
          value={search.text}
          onChange={(event) => search.setText(event.target.value)}
          className={controlClass}
        />
      </div>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        aria-label={t('search.found')}
        className="min-h-0 flex-1 overflow-y-auto px-3 pb-3"
      >
        {asked && failed}
        {asked && found.isPending && <Skeleton className="h-16 rounded-xl" />}
        {asked && messages?.length === 0 && <EmptyState title={t('search.none')}>{t('search.noneText')}</EmptyState>}
        <ul className="grid gap-2">
          {asked &&
            messages?.map(({ seq, mine, at, text }) => (
              <li
                key={seq}
                className="relative grid gap-1 rounded-xl border border-line bg-surface px-3.5 py-2.5 hover:border-copper-fill"
              >
                <button
                  type="button"
                  className="justify-self-start text-left text-sm text-ink-soft after:absolute after:inset-0 after:rounded-xl"
                  onClick={() => seq !== null && onOpen(seq)}
                >
                  <span className="sr-only">{t('search.show')} </span>
                  <bdi className="font-semibold text-ink">{mine ? t('me') : nameOf(user)}</bdi> · {day(at)}, {time(at)}
                </button>
                <div className="pointer-events-none relative [&_a]:pointer-events-auto">
                  <MessageText text={text} onLink={onLink} />
                </div>
              </li>
            ))}
        </ul>
        {asked && more && (
          <div className="grid justify-items-center pt-3">
            <Button look="quiet" busy={more.busy} onClick={more.load}>
              {t('older')}
            </Button>
          </div>
        )}
      </section>
    </div>
  )
}
