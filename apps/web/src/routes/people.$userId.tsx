import { createFileRoute } from '@tanstack/react-router'
import { PersonPage } from '../features/socials/friends/person-page.tsx'
import { requireUser } from '../lib/require-user.ts'

export const Route = createFileRoute('/people/$userId')({
  beforeLoad: requireUser,
  component: () => <PersonPage userId={Route.useParams().userId} />,
})
