import { createFileRoute } from '@tanstack/react-router'
import { SessionsPage } from '../features/auth/account/sessions-page.tsx'

export const Route = createFileRoute('/account/sessions')({ component: SessionsPage })
