import { currentLanguage } from '../../../apps/web/src/lib/i18n.ts'

/** Picks what is said in the language on screen: the store's own texts come in one language, like these. */
export const text = <Value = string>(en: Value, ru: Value): Value => (currentLanguage() === 'ru' ? ru : en)
