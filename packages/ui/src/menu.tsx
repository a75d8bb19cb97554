import { DropdownMenu } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'

/** A button that opens a list of links and actions. `trigger` must be a button. */
export function Menu({
  trigger,
  heading,
  defaultOpen,
  children,
}: {
  trigger: ReactElement
  heading?: ReactNode
  defaultOpen?: boolean
  children: ReactNode
}) {
  return (
    // Not modal: locking the page's scroll would need a <style> element that our content security policy refuses.
    <DropdownMenu.Root modal={false} defaultOpen={defaultOpen}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Content
        align="end"
        sideOffset={8}
        collisionPadding={12}
        className="z-40 min-w-56 animate-rise rounded-xl border border-line bg-surface p-1.5 shadow-pop"
      >
        {heading && (
          <DropdownMenu.Label className="mb-1.5 border-b border-line px-3 pt-1.5 pb-2.5">{heading}</DropdownMenu.Label>
        )}
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  )
}

const itemClass =
  'flex min-h-11 w-full items-center gap-3 rounded-lg px-3 font-medium outline-none data-highlighted:bg-copper-wash data-highlighted:text-copper'

/** An action of a Menu. */
export function MenuAction({ onSelect, children }: { onSelect: () => void; children: ReactNode }) {
  return (
    <DropdownMenu.Item className={itemClass} onSelect={onSelect}>
      {children}
    </DropdownMenu.Item>
  )
}

/** A link of a Menu: pass the app's own link element. */
export function MenuLink({ children }: { children: ReactElement }) {
  return (
    <DropdownMenu.Item className={itemClass} asChild>
      {children}
    </DropdownMenu.Item>
  )
}
