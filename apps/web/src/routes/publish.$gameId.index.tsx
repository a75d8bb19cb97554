import { createFileRoute } from '@tanstack/react-router'
import { OwnGameFrame } from '../features/storage/own-game.tsx'
import { TextsPanel } from '../features/storage/texts-panel.tsx'
import { requirePublisher } from '../lib/require-publisher.ts'

export const Route = createFileRoute('/publish/$gameId/')({
  beforeLoad: requirePublisher,
  component: () => (
    <OwnGameFrame gameId={Route.useParams().gameId}>{(game) => <TextsPanel game={game} />}</OwnGameFrame>
  ),
})
