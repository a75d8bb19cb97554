import { createFileRoute } from '@tanstack/react-router'
import { OwnGameFrame } from '../features/storage/own-game.tsx'
import { PicturesPanel } from '../features/storage/pictures-panel.tsx'
import { requirePublisher } from '../lib/require-publisher.ts'

export const Route = createFileRoute('/publish/$gameId/pictures')({
  beforeLoad: requirePublisher,
  component: () => (
    <OwnGameFrame gameId={Route.useParams().gameId}>{(game) => <PicturesPanel game={game} />}</OwnGameFrame>
  ),
})
