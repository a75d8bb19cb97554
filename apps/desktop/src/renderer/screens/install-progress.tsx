import { Button, ProgressBar } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { InstallView } from '../../shared/views.ts'
import { useProgressWords } from '../lib/progress-words.ts'

/** How far it is, how fast it goes, how long it still takes, and a way to stop it. */
export function InstallProgress({ install, onStop }: { install: InstallView; onStop: () => void }) {
  const { t } = useTranslation()
  const { status, progress } = install
  const doing = t(`game.${status as 'queued' | 'downloading' | 'verifying' | 'removing'}`)
  const parts = useProgressWords()(progress)
  const share = progress && progress.total > 0 ? progress.done / progress.total : undefined
  return (
    <div className="grid max-w-2xl grid-cols-[1fr_auto] items-center gap-x-4 gap-y-2 rounded-xl border border-line bg-surface p-4">
      <p className="font-semibold">{doing}</p>
      {status !== 'removing' && (
        <Button look="secondary" size="small" className="row-span-2" onClick={onStop}>
          {t('game.cancel')}
        </Button>
      )}
      <ProgressBar label={doing} value={share} />
      <p className="col-span-full min-h-6 text-sm text-ink-soft tabular-nums">{parts.join(' · ')}</p>
    </div>
  )
}
