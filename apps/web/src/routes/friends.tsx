import { createFileRoute } from '@tanstack/react-router'
import { FriendsPage } from '../features/socials/friends/friends-page.tsx'
import { readFriendsSearch } from '../features/socials/friends/sections.ts'
import { requireUser } from '../lib/require-user.ts'

export const Route = createFileRoute('/friends')({
  validateSearch: readFriendsSearch,
  beforeLoad: requireUser,
  component: () => <FriendsPage {...Route.useSearch()} />,
})
