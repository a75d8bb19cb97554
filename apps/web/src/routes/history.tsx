import { createFileRoute } from '@tanstack/react-router'
import { HistoryPage, type HistorySearch, historyTypes } from '../features/payments/history-page.tsx'
import { requireUser } from '../lib/require-user.ts'

export const Route = createFileRoute('/history')({
  validateSearch: (search): HistorySearch => ({ type: historyTypes.find((type) => type === search.type) }),
  beforeLoad: requireUser,
  component: () => <HistoryPage type={Route.useSearch().type} />,
})
