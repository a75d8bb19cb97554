import { createContext, type ReactNode, useContext } from 'react'

/** The few words that components say by themselves, in the reader's language. */
export type UiWords = {
  close: string
  showPassword: string
  hidePassword: string
  free: string
  oldPrice: string
  scrollBack: string
  scrollForward: string
}

type UiSettings = { locale: string; words: UiWords }

const Settings = createContext<UiSettings | null>(null)

/** Tells every component below which locale formats its money and dates, and which words it uses. */
export function UiProvider({ locale, words, children }: UiSettings & { children: ReactNode }) {
  return <Settings value={{ locale, words }}>{children}</Settings>
}

/** The locale and words of the nearest UiProvider. */
export function useUi(): UiSettings {
  const settings = useContext(Settings)
  if (!settings) throw new Error('Components of @kettle/ui live inside a <UiProvider>.')
  return settings
}
