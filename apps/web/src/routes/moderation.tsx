import { createFileRoute } from '@tanstack/react-router'
import { ModerationPage } from '../features/socials/review-moderation-page.tsx'
import { requireModerator } from '../lib/require-moderator.ts'

export const Route = createFileRoute('/moderation')({ beforeLoad: requireModerator, component: ModerationPage })
