import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { en } from '../locales/en.ts'
import { recall, remember } from './storage.ts'

export const languages = ['en', 'ru'] as const
export type Language = (typeof languages)[number]

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof en
  }
}

const storageKey = 'kettle-language'
/** Each language is a chunk of its own: nobody loads words that they don't read. */
const loaders = {
  en: async () => (await import('../locales/en.ts')).en,
  ru: async () => (await import('../locales/ru.ts')).ru,
} satisfies Record<Language, () => Promise<object>>

const isLanguage = (value: string | null | undefined): value is Language => languages.some((known) => known === value)

/** What was chosen here before, else the first language of the browser that we speak, else English. */
function preferredLanguage(): Language {
  const candidates = [recall(storageKey), ...navigator.languages.map((tag) => tag.split('-')[0])]
  return candidates.find(isLanguage) ?? 'en'
}

/** The language on screen now. */
export function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : 'en'
}

/** Loads the words of the preferred language and starts i18next with them. */
export async function startI18n(): Promise<void> {
  const language = preferredLanguage()
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: await loaders[language]() },
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  document.documentElement.lang = language
}

/** Switches the words on screen and remembers the choice in this browser. */
export async function showLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'common')) {
    const words = await loaders[language]()
    for (const [namespace, bundle] of Object.entries(words)) i18next.addResourceBundle(language, namespace, bundle)
  }
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  remember(storageKey, language)
}
