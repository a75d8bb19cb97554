import { Button } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { InstallView } from '../../shared/views.ts'
import { useFailureText } from '../lib/failure.ts'
import { ask } from '../lib/launcher.ts'
import { DownloadRow } from './download-row.tsx'
import { FailureDetail } from './failure-detail.tsx'

/** A download that stands still: by the player's wish, or because something failed, which is said to the chunk. */
export function DownloadStopped({ install, cover }: { install: InstallView; cover: string | null }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const { gameId, failure, detail } = install
  return (
    <DownloadRow
      install={install}
      cover={cover}
      actions={
        <>
          <Button look="secondary" size="small" onClick={() => void ask('install', { gameId })}>
            {failure ? t('retry') : t('game.resume')}
          </Button>
          <Button look="quiet" size="small" onClick={() => void ask('discardInstall', { gameId })}>
            {t('downloads.cancel')}
          </Button>
        </>
      }
    >
      {failure ? (
        <div role="alert" className="text-danger">
          {failureText(failure)}
          {detail && <FailureDetail detail={detail} />}
        </div>
      ) : (
        <p className="text-sm text-ink-soft">{t('game.stopped')}</p>
      )}
    </DownloadRow>
  )
}
