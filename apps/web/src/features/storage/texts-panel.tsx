import { useTranslation } from 'react-i18next'
import { useToast } from '../../lib/toasts.tsx'
import { DeleteGame } from './delete-game.tsx'
import { GameForm } from './game-form.tsx'
import type { OwnGame } from './own-game.tsx'

/** The texts of a game that is there already. */
export function TextsPanel({ game }: { game: OwnGame }) {
  const { t } = useTranslation('publish')
  const say = useToast()
  return (
    <div className="grid max-w-3xl gap-6">
      <GameForm key={game.id} game={game} onSaved={() => say('good', t('form.saved'))} />
      <DeleteGame game={game} />
    </div>
  )
}
