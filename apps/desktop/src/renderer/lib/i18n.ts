import { socialWords } from '@kettle/socials/words'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import en from '../locales/en.json'
import ru from '../locales/ru.json'

export type Language = 'en' | 'ru'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
  }
}

declare module '@kettle/socials/words' {
  interface Words {
    translation: typeof en
  }
}

const storageKey = 'kettle-language'

/** The language on screen now. */
export function currentLanguage(): Language {
  return i18next.language === 'ru' ? 'ru' : 'en'
}

/** Starts in the language chosen last, else in that of the system. */
export async function startI18n(): Promise<void> {
  const chosen = localStorage.getItem(storageKey) ?? navigator.language
  await i18next.use(initReactI18next).init({
    lng: chosen.startsWith('ru') ? 'ru' : 'en',
    resources: { en: { translation: en, ...(await wordsOf('en')) }, ru: { translation: ru, ...(await wordsOf('ru')) } },
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = currentLanguage()
}

/** What the web store says of people too. All of it lies on this computer, so nobody has to wait for it on a screen. */
async function wordsOf(language: Language): Promise<Record<string, object>> {
  const domains = ['messages', 'people', 'reviews']
  const found = domains.map(async (domain) => [domain, (await socialWords[`${language}/${domain}`]?.())?.default ?? {}])
  return Object.fromEntries(await Promise.all(found)) as Record<string, object>
}

/** Switches the words on screen, here and for the next time. */
export async function showLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  localStorage.setItem(storageKey, language)
}
