import enPeople from '@kettle/socials/locales/en/people.json'
import ruPeople from '@kettle/socials/locales/ru/people.json'
import en from '../renderer/locales/en.json'
import ru from '../renderer/locales/ru.json'
import type { FailureReason } from '../shared/views.ts'

/** The screen's own words, for what this side says by itself: the tray and notices of the system. */
export type Words = typeof en & { social: typeof enPeople.notices }

/** In the language that was chosen, else in that of the system. */
export function wordsFor(chosen: 'en' | 'ru' | null, system: string): Words {
  return (chosen ?? (system.startsWith('ru') ? 'ru' : 'en')) === 'ru'
    ? { ...ru, social: ruPeople.notices }
    : { ...en, social: enPeople.notices }
}

/** The sentence for a reason; one without a sentence of its own gets the general one. */
export function failureText({ failures }: Words, reason: FailureReason): string {
  return (failures as Partial<Record<FailureReason, string>>)[reason] ?? failures.INTERNAL
}
