import type { GamePage } from '@kettle/api/client'
import { CheckIcon } from '@kettle/ui'
import { useTranslation } from 'react-i18next'

const kinds = ['interface', 'audio', 'subtitles'] as const

/** Which languages the game speaks, and how far. The reader's own comes first. */
export function Languages({ languages }: { languages: GamePage['languages'] }) {
  const { t, i18n } = useTranslation('game')
  const nameOf = languageNames(i18n.language)
  const all = [...new Set(kinds.flatMap((kind) => languages[kind]))].toSorted(
    (a, b) => Number(isOf(b, i18n.language)) - Number(isOf(a, i18n.language)) || nameOf(a).localeCompare(nameOf(b)),
  )
  if (all.length === 0) return null
  return (
    <section aria-labelledby="languages" className="grid max-w-2xl gap-3">
      <h2 id="languages" className="text-xl font-bold">
        {t('languages.title')}
      </h2>
      <table className="w-full border-t border-line text-left">
        <thead className="text-sm text-ink-soft">
          <tr className="border-b border-line">
            <th scope="col" className="py-2 font-normal">
              <span className="sr-only">{t('languages.language')}</span>
            </th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" className="px-1 py-2 text-center font-normal">
                {t(`languages.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {all.map((language) => (
            <tr key={language} className="border-b border-line">
              <th scope="row" className="py-2 font-medium">
                {nameOf(language)}
              </th>
              {kinds.map((kind) => (
                <td key={kind} className="px-1 py-2 text-center text-patina">
                  {languages[kind].includes(language) ? (
                    <>
                      <CheckIcon className="mx-auto size-5" />
                      <span className="sr-only">{t('languages.yes')}</span>
                    </>
                  ) : (
                    <span className="sr-only">{t('languages.no')}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const isOf = (tag: string, language: string) => tag.split('-')[0] === language

/** Names of languages as they begin a line; a tag that nobody knows stays as it is. */
function languageNames(locale: string): (tag: string) => string {
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  return (tag) => {
    try {
      const name = names.of(tag) ?? tag
      return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
    } catch {
      return tag
    }
  }
}
