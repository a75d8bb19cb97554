import { createFileRoute } from '@tanstack/react-router'
import { HistoryPage } from '../features/payments/history-page.tsx'
import { type HistorySearch, historyTypes } from '../features/payments/history-types.ts'
import { requireUser } from '../lib/require-user.ts'

export const Route = createFileRoute('/history')({
  validateSearch: (search): HistorySearch => ({ type: historyTypes.find((type) => type === search.type) }),
  beforeLoad: requireUser,
  component: () => <HistoryPage type={Route.useSearch().type} />,
})
