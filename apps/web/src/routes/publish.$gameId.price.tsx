import { createFileRoute } from '@tanstack/react-router'
import { OwnGameFrame } from '../features/storage/own-game.tsx'
import { PricePanel } from '../features/storage/price-panel.tsx'
import { requirePublisher } from '../lib/require-publisher.ts'

export const Route = createFileRoute('/publish/$gameId/price')({
  beforeLoad: requirePublisher,
  component: () => (
    <OwnGameFrame gameId={Route.useParams().gameId}>{(game) => <PricePanel game={game} />}</OwnGameFrame>
  ),
})
