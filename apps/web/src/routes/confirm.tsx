import { createFileRoute } from '@tanstack/react-router'
import { ConfirmForm } from '../features/auth/confirm-form.tsx'
import { mailedSearch } from '../features/auth/mailed-search.ts'

export const Route = createFileRoute('/confirm')({
  validateSearch: mailedSearch,
  component: () => <ConfirmForm {...Route.useSearch()} />,
})
