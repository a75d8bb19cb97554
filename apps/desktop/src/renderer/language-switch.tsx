import { classNames } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { currentLanguage, type Language, showLanguage } from './lib/i18n.ts'
import { ask } from './lib/launcher.ts'

const languages: { code: Language; short: string; name: string }[] = [
  { code: 'en', short: 'EN', name: 'English' },
  { code: 'ru', short: 'RU', name: 'Русский' },
]

/** English or Russian, for the screen and for the store's texts. */
export function LanguageSwitch() {
  const { t } = useTranslation()
  const choose = async (language: Language): Promise<void> => {
    await showLanguage(language)
    await ask('changeSettings', { language })
  }
  return (
    <fieldset className="flex gap-1">
      <legend className="sr-only">{t('language')}</legend>
      {languages.map(({ code, short, name }) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-label={`${short}, ${name}`}
          aria-pressed={currentLanguage() === code}
          onClick={() => void choose(code)}
          className={classNames(
            'grid min-h-9 min-w-10 place-items-center rounded-lg text-sm font-semibold hover:text-copper',
            currentLanguage() === code ? 'bg-copper-wash text-copper' : 'text-ink-soft',
          )}
        >
          {short}
        </button>
      ))}
    </fieldset>
  )
}
