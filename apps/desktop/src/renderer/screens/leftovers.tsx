import { Button } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../../shared/bridge.ts'
import { ask } from '../lib/launcher.ts'

/** Games whose files are here although the account doesn't own them: they can only be removed. */
export function Leftovers({ snapshot }: { snapshot: Snapshot }) {
  const { t } = useTranslation()
  const owned = new Set(snapshot.library.games.map(({ id }) => id))
  const left = snapshot.installs.filter(({ gameId, status }) => status !== 'absent' && !owned.has(gameId))
  if (left.length === 0) return null
  return (
    <section className="grid gap-3 border-t border-line pt-6">
      <h2 className="text-xl font-bold">{t('library.leftovers')}</h2>
      <p className="text-ink-soft">{t('library.leftoversText')}</p>
      <ul className="grid gap-2">
        {left.map(({ gameId, title, status }) => (
          <li
            key={gameId}
            className="flex items-center justify-between gap-4 rounded-xl border border-line bg-surface px-4 py-2.5"
          >
            <span className="font-semibold">{title}</span>
            <Button
              look="secondary"
              size="small"
              busy={status === 'removing'}
              onClick={() => void ask('uninstall', { gameId })}
            >
              {t('game.uninstall')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
