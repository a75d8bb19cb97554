import { useSettled } from '@kettle/ui'
import { useState } from 'react'

/** What is looked for, as the API takes it: lengths in UTF-16 units, and after how long a pause it is asked, in milliseconds. */
interface Sought {
  least: number
  most: number
  settledMs: number
}

/** Words within a conversation. */
export const messageWords: Sought = { least: 1, most: 200, settledMs: 300 }
/** People; the store answers sixty such questions a minute. */
export const peopleWords: Sought = { least: 2, most: 60, settledMs: 350 }

export interface SearchText {
  text: string
  setText: (text: string) => void
  /** What to ask for, once the typing has paused; empty when there is nothing to ask. */
  query: string
}

/** The words to look for. */
export function useSearchText({ least, most, settledMs }: Sought): SearchText {
  const [text, setText] = useState('')
  const words = text.trim().slice(0, most)
  const settled = useSettled(words, settledMs)
  return { text, setText, query: words.length >= least && settled.length >= least ? settled : '' }
}
