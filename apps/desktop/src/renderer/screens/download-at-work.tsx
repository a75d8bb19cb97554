import { Button, CoverImage, ProgressBar } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { InstallView } from '../../shared/views.ts'
import { ask } from '../lib/launcher.ts'
import { useProgressWords } from '../lib/progress-words.ts'
import { gamePath } from '../lib/route.ts'
import { SpeedGraph } from './speed-graph.tsx'

/** The download at work: how far, how fast, how long still, and what it waits for. */
export function DownloadAtWork({ install, cover }: { install: InstallView; cover: string | null }) {
  const { t } = useTranslation()
  const words = useProgressWords()
  const { gameId, title, status, progress } = install
  const doing = t(`game.${status as 'queued' | 'downloading' | 'verifying'}`)
  const share = progress && progress.total > 0 ? progress.done / progress.total : undefined
  return (
    <section className="grid gap-4 rounded-2xl border border-line bg-surface p-4 shadow-card sm:grid-cols-[7rem_1fr] sm:gap-6 sm:p-6">
      <CoverImage src={cover} title={title} eager className="max-sm:hidden rounded-xl" />
      <div className="grid min-w-0 content-start gap-3">
        <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h2 className="min-w-0 flex-1 truncate text-2xl font-bold max-sm:basis-full">
            <a href={gamePath(gameId)} className="rounded-md hover:text-copper">
              {title}
            </a>
          </h2>
          <Button look="secondary" size="small" onClick={() => void ask('cancelInstall', { gameId })}>
            {t('downloads.pause')}
          </Button>
          <Button look="quiet" size="small" onClick={() => void ask('discardInstall', { gameId })}>
            {t('downloads.cancel')}
          </Button>
        </header>
        <p className="font-semibold">{doing}</p>
        <ProgressBar label={`${title}: ${doing}`} value={share} />
        <p className="min-h-6 text-sm text-ink-soft tabular-nums">{words(progress).join(' · ')}</p>
        <SpeedGraph history={progress?.history ?? []} />
        <p className="min-h-6 text-sm text-ink-soft">
          {progress?.heldUpBy && t(`downloads.heldUpBy.${progress.heldUpBy}`)}
        </p>
      </div>
    </section>
  )
}
