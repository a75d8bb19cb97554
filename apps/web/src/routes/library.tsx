import { createFileRoute } from '@tanstack/react-router'
import { readLibraryFilters } from '../features/library/library-filters.ts'
import { LibraryPage } from '../features/library/library-page.tsx'
import { Refund } from '../features/payments/refund.tsx'
import { requireUser } from '../lib/require-user.ts'

export const Route = createFileRoute('/library')({
  validateSearch: readLibraryFilters,
  beforeLoad: requireUser,
  component: () => <LibraryPage filters={Route.useSearch()} refund={(game) => <Refund game={game} />} />,
})
