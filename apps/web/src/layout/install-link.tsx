import { buttonClass, DownloadIcon } from '@kettle/ui'
import { useTranslation } from 'react-i18next'

/** Hands a game over to the launcher on this machine, with a line for who has none. */
export function InstallLink({ gameId, size = 'medium' }: { gameId: string; size?: 'medium' | 'large' }) {
  const { t } = useTranslation('library')
  return (
    <div className="grid gap-1.5">
      <a href={`kettle://install/${gameId}`} className={buttonClass({ size, wide: true })}>
        <DownloadIcon />
        {t('install')}
      </a>
      <p className="text-sm text-ink-soft">{t('installHint')}</p>
    </div>
  )
}
