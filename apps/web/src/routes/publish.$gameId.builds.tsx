import { createFileRoute } from '@tanstack/react-router'
import { BuildsPanel } from '../features/storage/builds-panel.tsx'
import { OwnGameFrame } from '../features/storage/own-game.tsx'
import { requirePublisher } from '../lib/require-publisher.ts'

export const Route = createFileRoute('/publish/$gameId/builds')({
  beforeLoad: requirePublisher,
  component: () => (
    <OwnGameFrame gameId={Route.useParams().gameId}>{(game) => <BuildsPanel game={game} />}</OwnGameFrame>
  ),
})
