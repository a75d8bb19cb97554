import { useEffect, useRef } from 'react'

const emoji = [
  ...['😀', '😄', '😁', '😂', '🤣', '😊', '😇', '🙂', '😉', '😍', '😘', '😋', '😜', '🤪', '🤗', '🤔'],
  ...['😐', '🙄', '😏', '😴', '😷', '🤯', '😎', '🤓', '😕', '😮', '😳', '🥺', '😢', '😭', '😱', '😡'],
  ...['👍', '👎', '👌', '✌️', '🤞', '👋', '👏', '🙌', '🙏', '💪', '🤝', '👀', '❤️', '💔', '🔥', '✨'],
  ...['🎉', '🎁', '🎮', '🕹️', '👾', '🎲', '🏆', '🥇', '⚔️', '🛡️', '🐉', '👻', '🤖', '💀', '🚀', '☕'],
]

type EmojiPickerProps = {
  label: string
  onPick: (emoji: string) => void
  /** Escape, or a click elsewhere. */
  onClose: () => void
}

/** A small board of emoji: arrows move over it, Enter takes one, Escape goes back. */
export function EmojiPicker({ label, onPick, onClose }: EmojiPickerProps) {
  const board = useRef<HTMLDivElement>(null)
  useEffect(() => {
    board.current?.querySelector('button')?.focus()
    const close = (event: PointerEvent) => {
      // The button that opened it closes it itself.
      const opener = event.target instanceof Element && event.target.closest('[aria-haspopup=dialog]')
      if (!board.current?.contains(event.target as Node) && !opener) onClose()
    }
    document.addEventListener('pointerdown', close)
    return () => document.removeEventListener('pointerdown', close)
  }, [onClose])
  const move = (by: number) => {
    const buttons = [...(board.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    buttons[Math.min(buttons.length - 1, Math.max(0, at + by))]?.focus()
  }
  return (
    <div
      ref={board}
      role="dialog"
      aria-label={label}
      onKeyDown={(event) => {
        const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8 }[event.key]
        if (event.key === 'Escape') onClose()
        else if (by) move(by)
        else return
        event.preventDefault()
      }}
      className="grid max-h-64 animate-rise grid-cols-8 gap-0.5 overflow-y-auto rounded-xl border border-line bg-surface p-2 shadow-pop"
    >
      {emoji.map((sign) => (
        <button
          key={sign}
          type="button"
          onClick={() => onPick(sign)}
          className="grid size-9 place-items-center rounded-lg text-xl hover:bg-copper-wash"
        >
          {sign}
        </button>
      ))}
    </div>
  )
}
