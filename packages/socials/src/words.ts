import type messages from './locales/en/messages.json'
import type people from './locales/en/people.json'
import type reviews from './locales/en/reviews.json'

/** The words by domain. Each app adds its own: `declare module '@kettle/socials/words'`. */
export interface Words {
  messages: typeof messages
  people: typeof people
  reviews: typeof reviews
}

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: Words
  }
}

/** The words of people, messages and reviews, by `language/domain`; fetched when somebody reads them. */
export const socialWords: Record<string, () => Promise<{ default: object }>> = {
  'en/messages': () => import('./locales/en/messages.json'),
  'en/people': () => import('./locales/en/people.json'),
  'en/reviews': () => import('./locales/en/reviews.json'),
  'ru/messages': () => import('./locales/ru/messages.json'),
  'ru/people': () => import('./locales/ru/people.json'),
  'ru/reviews': () => import('./locales/ru/reviews.json'),
}
