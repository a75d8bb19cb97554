import { createFileRoute } from '@tanstack/react-router'
import { LibraryPage } from '../features/library/library-page.tsx'
import { Refund } from '../features/payments/refund.tsx'
import { requireUser } from '../lib/require-user.ts'

export const Route = createFileRoute('/library')({
  beforeLoad: requireUser,
  component: () => <LibraryPage refund={(game) => <Refund game={game} />} />,
})
