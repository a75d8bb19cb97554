import { createFileRoute } from '@tanstack/react-router'
import { NewGamePage } from '../features/storage/new-game-page.tsx'
import { requirePublisher } from '../lib/require-publisher.ts'

export const Route = createFileRoute('/publish/new')({ beforeLoad: requirePublisher, component: NewGamePage })
