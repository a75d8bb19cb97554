import { Button, Dialog } from '@kettle/ui'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterList } from './filter-list.tsx'

type FiltersDialogProps = ComponentProps<typeof FilterList> & { onClose: () => void }

/** The filters where there is no room beside the games: each acts at once, the button only leads to what is left. */
export default function FiltersDialog({ onClose, ...list }: FiltersDialogProps) {
  const { t } = useTranslation('results')
  return (
    <Dialog title={t('filters.title')} look="sheet" onClose={onClose}>
      <FilterList {...list} />
      <div className="sticky bottom-0 -mx-6 -mb-6 border-t border-line bg-surface px-6 py-4">
        <Button wide onClick={onClose}>
          {t('filters.show', { count: list.total })}
        </Button>
      </div>
    </Dialog>
  )
}
