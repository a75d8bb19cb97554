import { Button, CheckField, Dialog, DownloadIcon, PrinterIcon } from '@kettle/ui'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../lib/session.ts'
import { CopyButton } from './copy-button.tsx'
import { saveFile } from './save-file.ts'

/** Shows the recovery codes, once: it doesn't close before somebody says that they are kept. */
export function RecoveryCodesDialog({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const { t } = useTranslation('account')
  const { user } = useSession()
  const [kept, setKept] = useState(false)
  const [reminded, setReminded] = useState(false)
  const close = () => (kept ? onClose() : setReminded(true))
  const heading = `Kettle: ${t('recovery.sheet', { email: user?.email ?? '' })}`
  const sheet = [heading, '', ...codes, ''].join('\n')
  return (
    <Dialog title={t('recovery.title')} description={t('recovery.lead')} onClose={close}>
      <div data-print className="grid gap-3">
        <p className="hidden print:block">{heading}</p>
        <ul className="grid grid-cols-2 gap-x-4 gap-y-1.5 rounded-xl bg-sunk px-4 py-3.5 text-center font-mono text-lg">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
      <div className="flex flex-wrap gap-2.5">
        <CopyButton text={codes.join('\n')}>{t('recovery.copy')}</CopyButton>
        <Button look="secondary" size="small" onClick={() => saveFile('kettle-codes.txt', sheet, 'text/plain')}>
          <DownloadIcon className="size-4.5" />
          {t('recovery.download')}
        </Button>
        <Button look="secondary" size="small" onClick={() => window.print()}>
          <PrinterIcon className="size-4.5" />
          {t('recovery.print')}
        </Button>
      </div>
      <form
        className="grid gap-4"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          close()
        }}
      >
        <CheckField
          label={t('recovery.kept')}
          checked={kept}
          onChange={(event) => setKept(event.target.checked)}
          error={reminded && !kept ? t('recovery.remind') : undefined}
        />
        <Button type="submit" wide>
          {t('done')}
        </Button>
      </form>
    </Dialog>
  )
}
