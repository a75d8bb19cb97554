import { useSettled } from '@kettle/ui'
import { useState } from 'react'

const SETTLED_MS = 300
/** Of `socials.messages`, in UTF-16 units. */
export const SEARCH_MAX = 200

export interface SearchText {
  text: string
  setText: (text: string) => void
  /** What to ask for, once the typing has paused; empty when there is nothing to ask. */
  query: string
}

/** The words to look for in a conversation. */
export function useSearchText(): SearchText {
  const [text, setText] = useState('')
  const query = useSettled(text.trim().slice(0, SEARCH_MAX), SETTLED_MS)
  return { text, setText, query }
}
