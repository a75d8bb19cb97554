import { classNames, EmojiPicker, IconButton, SendIcon, SmileIcon } from '@kettle/ui'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../lib/launcher.ts'

/** Of `socials.sendMessage`, in characters as people count them. */
const MESSAGE_MAX = 4000
/** From so few characters left on, they are counted aloud. */
const COUNTED_FROM = 300
const TYPING_EVERY_MS = 3_000

/** What was begun to be written, by person, until the launcher's page is closed. */
const drafts = new Map<string, string>()

/** Where the next message is written: Enter sends, Shift+Enter begins a line. */
export function Composer({ userId }: { userId: string }) {
  const { t } = useTranslation()
  const id = useId()
  const [text, setText] = useState(() => drafts.get(userId) ?? '')
  const [picking, setPicking] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const saidTyping = useRef(0)
  const left = MESSAGE_MAX - [...text.trim()].length
  const sendable = text.trim() !== '' && left >= 0

  useEffect(() => area.current?.focus({ preventScroll: true }), [])

  const write = (value: string): void => {
    setText(value)
    drafts.set(userId, value)
    if (value.trim() === '' || Date.now() - saidTyping.current < TYPING_EVERY_MS) return
    saidTyping.current = Date.now()
    void ask('sayTyping', { userId })
  }
  const send = async (): Promise<void> => {
    if (!sendable) return
    const written = text
    write('')
    saidTyping.current = 0
    area.current?.focus()
    const answer = await ask('sendMessage', { userId, text: written })
    // Not even the launcher took it: it is back in the line, unless another was begun.
    if (!answer.ok && !drafts.get(userId)) write(written)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // While an input method composes, Enter is its own.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
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
            label={t('messages.emoji')}
            onPick={insert}
            onClose={() => {
              setPicking(false)
              area.current?.focus()
            }}
          />
        </div>
      )}
      <IconButton
        label={t('messages.emoji')}
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
          aria-label={t('messages.write')}
          aria-describedby={left < COUNTED_FROM ? id : undefined}
          aria-invalid={left < 0 || undefined}
          placeholder={t('messages.placeholder')}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
          className="field-sizing-content max-h-40 min-h-11 w-full resize-none rounded-xl border border-edge bg-paper px-3.5 py-2.5 leading-normal placeholder:text-ink-soft hover:border-copper-fill aria-invalid:border-danger"
        />
        {left < COUNTED_FROM && (
          <p id={id} role="status" className={classNames('text-sm', left < 0 ? 'text-danger' : 'text-ink-soft')}>
            {left < 0 ? t('messages.over', { count: -left }) : t('messages.left', { count: left })}
          </p>
        )}
      </div>
      <button
        type="submit"
        aria-label={t('messages.send')}
        title={t('messages.send')}
        aria-disabled={!sendable || undefined}
        className="grid size-11 shrink-0 place-items-center rounded-lg bg-copper-fill text-on-copper transition hover:bg-copper-fill-strong aria-disabled:opacity-60"
      >
        <SendIcon />
      </button>
    </form>
  )
}
