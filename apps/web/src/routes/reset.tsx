import { createFileRoute } from '@tanstack/react-router'
import { mailedSearch } from '../features/auth/mailed-search.ts'
import { ResetForm } from '../features/auth/reset-form.tsx'

export const Route = createFileRoute('/reset')({
  validateSearch: mailedSearch,
  component: () => <ResetForm {...Route.useSearch()} />,
})
