import { createFileRoute } from '@tanstack/react-router'
import { SecurityPage } from '../features/auth/account/security-page.tsx'

export const Route = createFileRoute('/account/security')({ component: SecurityPage })
