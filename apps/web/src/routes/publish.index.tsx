import { createFileRoute } from '@tanstack/react-router'
import { OwnGamesPage } from '../features/storage/own-games-page.tsx'
import { requirePublisher } from '../lib/require-publisher.ts'

export const Route = createFileRoute('/publish/')({ beforeLoad: requirePublisher, component: OwnGamesPage })
