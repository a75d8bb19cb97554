import { Spinner } from '@kettle/ui'
import { useTranslation } from 'react-i18next'

/** While a page finds out whether it may be shown at all. */
export function PagePending() {
  const { t } = useTranslation()
  return (
    <div aria-busy="true" className="grid place-items-center py-24 text-copper">
      <Spinner label={t('loading')} className="size-8" />
    </div>
  )
}
