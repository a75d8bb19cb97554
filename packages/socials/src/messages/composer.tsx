import { classNames, EmojiPicker, IconButton, isComposing, SendIcon, SmileIcon } from '@kettle/ui'
import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { messageMax } from '../live/message-max.ts'
import { TYPING_EVERY_MS } from '../live/typing.ts'

/** From so few characters left on, they are counted aloud. */
const COUNTED_FROM = 300

type ComposerProps = {
  /** What was begun to be written, kept by the app. */
  draft: { read(): string; write(text: string): void }
  /** Said now and then while somebody types. */
  onTyping: () => void
  /** False, now or later, when the text was not taken: then it is back in the line, unless another was begun. */
  onSend: (text: string) => unknown
  /** False where something else is to be looked at first. */
  focused: boolean
}

/** Where the next message is written: Enter sends, Shift+Enter begins a line. */
export function Composer({ draft, onTyping, onSend, focused }: ComposerProps): ReactElement {
  const { t } = useTranslation('messages')
  const id = useId()
  const [text, setText] = useState(() => draft.read())
  const [picking, setPicking] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const saidTyping = useRef(0)
  const left = messageMax - [...text.trim()].length
  const sendable = text.trim() !== '' && left >= 0

  const atOnce = useRef(focused)
  // Not on a phone: its keyboard would cover what is to be read.
  useEffect(() => {
    if (atOnce.current && !matchMedia('(pointer: coarse)').matches) area.current?.focus({ preventScroll: true })
  }, [])

  const write = (value: string): void => {
    setText(value)
    draft.write(value)
    if (value.trim() === '' || Date.now() - saidTyping.current < TYPING_EVERY_MS) return
    saidTyping.current = Date.now()
    onTyping()
  }
  const send = async (): Promise<void> => {
    if (!sendable) return
    const taken = onSend(text)
    write('')
    saidTyping.current = 0
    area.current?.focus()
    if ((await taken) === false && !draft.read()) write(text)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // While an input method composes, Enter is its own.
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return
    event.preventDefault()
    void send()
  }
  const insert = (emoji: string): void => {
    const field = area.current
    const [start, end] = [field?.selectionStart ?? text.length, field?.selectionEnd ?? text.length]
    write(text.slice(0, start) + emoji + text.slice(end))
    setPicking(false)
    requestAnimationFrame(() => {
      field?.focus()
      field?.setSelectionRange(start + emoji.length, start + emoji.length)
    })
  }
  return (
    <form
      className="relative flex items-end gap-1 border-t border-line bg-surface px-2 py-2 sm:px-3"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {picking && (
        <div className="absolute bottom-full left-2 z-20 mb-2">
          <EmojiPicker
            label={t('emoji')}
            onPick={insert}
            onClose={() => {
              setPicking(false)
              area.current?.focus()
            }}
          />
        </div>
      )}
      <IconButton
        label={t('emoji')}
        aria-haspopup="dialog"
        aria-expanded={picking}
        onClick={() => setPicking(!picking)}
      >
        <SmileIcon />
      </IconButton>
      <div className="grid min-w-0 flex-1 gap-1">
        <textarea
          ref={area}
          rows={1}
          dir="auto"
          value={text}
          aria-label={t('write')}
          aria-describedby={left < COUNTED_FROM ? id : undefined}
          aria-invalid={left < 0 || undefined}
          placeholder={t('placeholder')}
          enterKeyHint="send"
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
          className="field-sizing-content max-h-40 min-h-11 w-full resize-none rounded-xl border border-edge bg-paper px-3.5 py-2.5 leading-normal placeholder:text-ink-soft hover:border-copper-fill aria-invalid:border-danger"
        />
        {left < COUNTED_FROM && (
          <p id={id} role="status" className={classNames('text-sm', left < 0 ? 'text-danger' : 'text-ink-soft')}>
            {left < 0 ? t('over', { count: -left }) : t('left', { count: left })}
          </p>
        )}
      </div>
      <button
        type="submit"
        aria-label={t('send')}
        title={t('send')}
        aria-disabled={!sendable || undefined}
        className="grid size-11 shrink-0 place-items-center rounded-lg bg-copper-fill text-on-copper transition hover:bg-copper-fill-strong aria-disabled:opacity-60"
      >
        <SendIcon />
      </button>
    </form>
  )
}
