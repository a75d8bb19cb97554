import { Button, ChevronDownIcon, IconButton } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { InstallView } from '../../shared/views.ts'
import { ask } from '../lib/launcher.ts'
import { DownloadRow } from './download-row.tsx'

/** A game in the queue, which can be moved, stopped or given up. `place` counts from the one at work, which is 0. */
export function DownloadWaiting({
  install,
  cover,
  place,
  last,
}: {
  install: InstallView
  cover: string | null
  place: number
  last: boolean
}) {
  const { t } = useTranslation()
  const { gameId, title } = install
  return (
    <DownloadRow
      install={install}
      cover={cover}
      actions={
        <>
          <IconButton
            className="disabled:opacity-40"
            label={t('downloads.up', { title })}
            disabled={place === 1}
            onClick={() => void ask('moveInstall', { gameId, to: place - 1 })}
          >
            <ChevronDownIcon className="size-5 rotate-180" />
          </IconButton>
          <IconButton
            className="disabled:opacity-40"
            label={t('downloads.down', { title })}
            disabled={last}
            onClick={() => void ask('moveInstall', { gameId, to: place + 1 })}
          >
            <ChevronDownIcon />
          </IconButton>
          <Button look="quiet" size="small" onClick={() => void ask('cancelInstall', { gameId })}>
            {t('downloads.pause')}
          </Button>
          <Button look="quiet" size="small" onClick={() => void ask('discardInstall', { gameId })}>
            {t('downloads.cancel')}
          </Button>
        </>
      }
    >
      <p className="text-sm text-ink-soft">{t('downloads.place', { place })}</p>
    </DownloadRow>
  )
}
