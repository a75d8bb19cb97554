import type { Toast } from '@kettle/ui'

type Said = Pick<Toast, 'tone' | 'text'>

const listeners = new Set<(said: Said) => void>()

/** Says something short at the edge of the screen. */
export function say(tone: Said['tone'], text: string): void {
  for (const listener of listeners) listener({ tone, text })
}

/** Hears what is said, until the function it returns is called. */
export function onSaid(listener: (said: Said) => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
