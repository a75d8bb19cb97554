import { createFileRoute } from '@tanstack/react-router'
import { HistoryPage } from '../features/payments/history-page.tsx'
import { requireUser } from '../lib/require-user.ts'

export const Route = createFileRoute('/history')({
  beforeLoad: requireUser,
  component: HistoryPage,
})
