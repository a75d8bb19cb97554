import { createFileRoute } from '@tanstack/react-router'
import { OwnGameFrame } from '../features/storage/own-game.tsx'
import { SalesPanel } from '../features/storage/sales-panel.tsx'
import { requirePublisher } from '../lib/require-publisher.ts'

export const Route = createFileRoute('/publish/$gameId/sales')({
  beforeLoad: requirePublisher,
  component: () => (
    <OwnGameFrame gameId={Route.useParams().gameId}>{(game) => <SalesPanel game={game} />}</OwnGameFrame>
  ),
})
