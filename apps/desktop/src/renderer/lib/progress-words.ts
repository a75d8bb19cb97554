import { formatBytes } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { ProgressView } from '../../shared/views.ts'
import { currentLanguage } from './i18n.ts'
import { formatTimeLeft } from './time-left.ts'

/** "12 of 40 MB", "3 MB/s", "9 sec left": what is known of them. */
export function useProgressWords(): (progress: ProgressView | null) => string[] {
  const { t } = useTranslation()
  const locale = currentLanguage()
  return (progress) =>
    progress
      ? [
          t('game.progress', { done: formatBytes(progress.done, locale), total: formatBytes(progress.total, locale) }),
          ...(progress.bytesPerSecond > 0
            ? [t('game.speed', { speed: formatBytes(progress.bytesPerSecond, locale) })]
            : []),
          ...(progress.secondsLeft ? [t('game.left', { time: formatTimeLeft(progress.secondsLeft, locale) })] : []),
        ]
      : []
}
