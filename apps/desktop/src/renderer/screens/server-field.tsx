import { TextField } from '@kettle/ui'
import { useTranslation } from 'react-i18next'

/** The address of the store, behind a word that few will need. */
export function ServerField({
  server,
  onChange,
  problem,
  open,
  onOpen,
}: {
  server: string
  onChange: (server: string) => void
  problem?: string
  open: boolean
  onOpen: (open: boolean) => void
}) {
  const { t } = useTranslation()
  return (
    <details open={open} onToggle={(event) => onOpen(event.currentTarget.open)}>
      <summary className="w-fit rounded-md py-1 text-sm font-semibold text-ink-soft hover:text-copper">
        {t('login.advanced')}
      </summary>
      <div className="pt-3">
        <TextField
          label={t('login.server')}
          name="server"
          inputMode="url"
          value={server}
          onChange={(event) => onChange(event.target.value)}
          spellCheck={false}
          hint={t('login.serverHint')}
          error={problem}
        />
      </div>
    </details>
  )
}
