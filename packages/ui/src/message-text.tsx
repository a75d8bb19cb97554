import { classNames } from './class-names.ts'
import { isOnlyEmoji, messageParts } from './message-parts.ts'

/** What somebody wrote: as text alone, its links safe, each in the direction of its own letters. `onLink` takes over where a link is followed. */
export function MessageText({ text, onLink }: { text: string; onLink?: (href: string) => void }) {
  const parts = messageParts(text)
  return (
    <p
      dir="auto"
      className={classNames('whitespace-pre-wrap wrap-anywhere', isOnlyEmoji(text) && 'text-4xl leading-tight')}
    >
      {parts.map((part, place) =>
        part.kind === 'text' ? (
          <bdi key={place}>{part.text}</bdi>
        ) : (
          <a
            key={place}
            href={part.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            title={part.href}
            dir="ltr"
            onClick={(event) => {
              if (!onLink) return
              event.preventDefault()
              onLink(part.href)
            }}
            className="text-copper underline underline-offset-2"
          >
            <span className="font-semibold">{part.host}</span>
            {part.rest}
          </a>
        ),
      )}
    </p>
  )
}
