import { Button, Dialog } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { openOutside } from '../../lib/open-outside.ts'

/** Where a link leads, before it is followed. */
export function OutsideDialog({ address, onClose }: { address: string; onClose: () => void }) {
  const { t } = useTranslation()
  const open = (): void => {
    onClose()
    openOutside(address)
  }
  return (
    <Dialog
      title={t('messages.outside.title', { host: new URL(address).host })}
      description={t('messages.outside.text')}
      onClose={onClose}
    >
      <p
        dir="ltr"
        className="max-h-40 overflow-y-auto rounded-lg bg-sunk px-3 py-2 font-mono text-sm wrap-anywhere select-text"
      >
        {address}
      </p>
      <div className="flex flex-wrap justify-end gap-3">
        <Button look="secondary" onClick={onClose}>
          {t('messages.outside.no')}
        </Button>
        <Button onClick={open}>{t('messages.outside.open')}</Button>
      </div>
    </Dialog>
  )
}
