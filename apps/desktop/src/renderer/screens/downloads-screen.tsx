import { Button, buttonClass, EmptyState } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../../shared/bridge.ts'
import type { InstallView } from '../../shared/views.ts'
import { ask } from '../lib/launcher.ts'
import { libraryPath } from '../lib/route.ts'
import { DownloadAtWork } from './download-at-work.tsx'
import { DownloadStopped } from './download-stopped.tsx'
import { DownloadWaiting } from './download-waiting.tsx'

/** What is on its way: the one at work, those behind it in their order, and those that stand still. */
export function DownloadsScreen({ snapshot }: { snapshot: Snapshot }) {
  const { t } = useTranslation()
  const { queue, installs, library } = snapshot
  const cover = (gameId: string): string | null => library.games.find(({ id }) => id === gameId)?.cover ?? null
  const inQueue = queue
    .map((gameId) => installs.find((one) => one.gameId === gameId))
    .filter((one): one is InstallView => one !== undefined)
  const [first, ...waiting] = inQueue
  const still = installs.filter(({ gameId, status }) => status === 'stopped' && !queue.includes(gameId))
  return (
    <div className="grid gap-8">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl font-bold">{t('downloads.title')}</h1>
        {inQueue.length > 1 && (
          <Button look="secondary" size="small" onClick={() => void ask('pauseAll', undefined)}>
            {t('downloads.pauseAll')}
          </Button>
        )}
        {inQueue.length === 0 && still.length > 1 && (
          <Button look="secondary" size="small" onClick={() => void ask('resumeAll', undefined)}>
            {t('downloads.resumeAll')}
          </Button>
        )}
      </header>
      {!first && still.length === 0 && (
        <EmptyState
          title={t('downloads.empty')}
          action={
            <a href={libraryPath} className={buttonClass({ look: 'secondary' })}>
              {t('downloads.toLibrary')}
            </a>
          }
        >
          {t('downloads.emptyText')}
        </EmptyState>
      )}
      {first && <DownloadAtWork install={first} cover={cover(first.gameId)} />}
      {waiting.length > 0 && (
        <section className="grid gap-3">
          <h2 className="text-xl font-bold">{t('downloads.next')}</h2>
          <ol className="grid gap-2">
            {waiting.map((install, index) => (
              <DownloadWaiting
                key={install.gameId}
                install={install}
                cover={cover(install.gameId)}
                place={index + 1}
                last={index === waiting.length - 1}
              />
            ))}
          </ol>
        </section>
      )}
      {still.length > 0 && (
        <section className="grid gap-3">
          <h2 className="text-xl font-bold">{t('downloads.still')}</h2>
          <ul className="grid gap-2">
            {still.map((install) => (
              <DownloadStopped key={install.gameId} install={install} cover={cover(install.gameId)} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
