import { socialWords } from '@kettle/socials/words'
import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type account from '../locales/en/account.json'
import type auth from '../locales/en/auth.json'
import type common from '../locales/en/common.json'
import type errors from '../locales/en/errors.json'
import type fields from '../locales/en/fields.json'
import type game from '../locales/en/game.json'
import type library from '../locales/en/library.json'
import type payments from '../locales/en/payments.json'
import type publish from '../locales/en/publish.json'
import type results from '../locales/en/results.json'
import type search from '../locales/en/search.json'
import { recall, remember } from './storage.ts'

export const languages = ['en', 'ru'] as const
export type Language = (typeof languages)[number]

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
  }
}

declare module '@kettle/socials/words' {
  interface Words {
    common: typeof common
    account: typeof account
    auth: typeof auth
    errors: typeof errors
    fields: typeof fields
    game: typeof game
    library: typeof library
    payments: typeof payments
    publish: typeof publish
    results: typeof results
    search: typeof search
  }
}

const storageKey = 'kettle-language'

/** A chunk for each language and domain: nobody loads words that they don't read. A page waits for its own by Suspense. */
const words = import.meta.glob<{ default: object }>('../locales/*/*.json')
const backend: BackendModule = {
  type: 'backend',
  init() {},
  read(language, namespace, done) {
    const load = words[`../locales/${language}/${namespace}.json`] ?? socialWords[`${language}/${namespace}`]
    if (!load) return done(new Error(`No words of ${namespace} in ${language}`), false)
    load().then(
      ({ default: found }) => done(null, found as Record<string, string>),
      (error) => done(error, true),
    )
  },
}

/** Whether we speak it. */
export const isLanguage = (value: string | null | undefined): value is Language =>
  languages.some((known) => known === value)

/** What was chosen here before, else the first language of the browser that we speak, else English. */
function preferredLanguage(): Language {
  const candidates = [recall(storageKey), ...navigator.languages.map((tag) => tag.split('-')[0])]
  return candidates.find(isLanguage) ?? 'en'
}

/** The language on screen now. */
export function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : 'en'
}

/** Starts i18next in the preferred language, with the words of the frame and of the store page. */
export async function startI18n(): Promise<void> {
  const language = preferredLanguage()
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      ns: ['common', 'search'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      returnNull: false,
    })
  document.documentElement.lang = language
}

/** Brings what may be needed without a network when it is needed: the sentences on what went wrong. */
export function loadLateWords(): void {
  void i18next.loadNamespaces(['errors', 'fields'])
}

/** Whether somebody chose a language in this browser; else it was guessed from the browser's own. */
export function languageWasChosen(): boolean {
  return isLanguage(recall(storageKey))
}

/** Switches the words on screen. */
export async function showLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

/** Switches the words on screen and remembers the choice in this browser. */
export async function chooseLanguage(language: Language): Promise<void> {
  remember(storageKey, language)
  await showLanguage(language)
}
