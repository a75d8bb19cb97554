import { createFileRoute } from '@tanstack/react-router'
import { InvitePage } from '../features/socials/friends/invite-page.tsx'

export const Route = createFileRoute('/friend/$code')({
  component: () => <InvitePage code={Route.useParams().code} />,
})
