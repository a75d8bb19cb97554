import { createFileRoute } from '@tanstack/react-router'
import { ProfilePage } from '../features/auth/account/profile-page.tsx'

export const Route = createFileRoute('/account/')({ component: ProfilePage })
