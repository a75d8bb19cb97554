import type { GamePage } from '@kettle/api/client'
import { classNames } from '@kettle/ui'
import { useTranslation } from 'react-i18next'

const parts = ['system', 'processor', 'memory', 'graphics', 'storage'] as const

/** What a machine must have, and what it had better have. */
export function RequirementsTable({ requirements }: { requirements: NonNullable<GamePage['requirements']> }) {
  const { t } = useTranslation('game')
  const { minimum, recommended } = requirements
  const known = parts.filter((part) => minimum[part] || recommended?.[part])
  if (known.length === 0) return null
  return (
    <section aria-labelledby="requirements" className="grid max-w-2xl gap-3">
      <h2 id="requirements" className="text-xl font-bold">
        {t('requirements.title')}
      </h2>
      <table className="w-full table-fixed border-t border-line text-left">
        <thead className="text-sm text-ink-soft">
          <tr className="border-b border-line">
            <th scope="col" className="w-26 py-2 font-normal sm:w-40">
              <span className="sr-only">{t('requirements.part')}</span>
            </th>
            <th scope="col" className="py-2 font-normal">
              {t('requirements.minimum')}
            </th>
            {recommended && (
              <th scope="col" className="py-2 pl-3 font-normal">
                {t('requirements.recommended')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {known.map((part) => (
            <tr key={part} className="border-b border-line align-top">
              <th scope="row" className="py-2 pr-2 font-normal text-ink-soft">
                {t(`requirements.${part}`)}
              </th>
              {[minimum, ...(recommended ? [recommended] : [])].map((machine, column) => (
                <td
                  key={column === 0 ? 'minimum' : 'recommended'}
                  className={classNames('py-2 font-medium wrap-break-word', column > 0 && 'pl-3')}
                >
                  {machine[part] ?? '—'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
