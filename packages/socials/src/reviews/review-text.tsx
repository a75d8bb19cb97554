import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { folded } from './folded.ts'

/** What somebody wrote, as text and nothing else; a long one is folded until it is asked for. */
export function ReviewText({ text, language }: { text: string; language?: string }) {
  const { t } = useTranslation('reviews')
  const [whole, setWhole] = useState(false)
  const start = folded(text)
  return (
    <div className="grid gap-1.5">
      <p lang={language} dir="auto" className="whitespace-pre-line leading-relaxed wrap-anywhere">
        {whole ? text : (start ?? text)}
      </p>
      {start !== null && (
        <button
          type="button"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
          className="min-h-9 justify-self-start font-semibold text-copper underline decoration-1 underline-offset-4"
        >
          {whole ? t('fold') : t('whole')}
        </button>
      )}
    </div>
  )
}
