import { useState } from 'react'
import { recall, remember } from './storage.ts'

export type Theme = 'light' | 'dark'

const storageKey = 'kettle-theme'

function shownTheme(): Theme {
  const chosen = recall(storageKey)
  if (chosen === 'light' || chosen === 'dark') return chosen
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** The theme on screen and a way to the other one. Until someone chooses, the system does (see first-paint.js). */
export function useTheme(): { theme: Theme; toggle: () => void } {
  const [theme, setTheme] = useState(shownTheme)
  const toggle = () => {
    const next = theme === 'dark' ? 'light' : 'dark'
    document.documentElement.dataset.theme = next
    remember(storageKey, next)
    setTheme(next)
  }
  return { theme, toggle }
}
