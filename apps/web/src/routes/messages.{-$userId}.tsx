import { createFileRoute } from '@tanstack/react-router'
import { MessagesPage } from '../features/socials/messages/messages-page.tsx'
import { requireUser } from '../lib/require-user.ts'

export const Route = createFileRoute('/messages/{-$userId}')({
  beforeLoad: requireUser,
  component: () => <MessagesPage userId={Route.useParams().userId} />,
})
