import { createFileRoute } from '@tanstack/react-router'
import { ResetForm } from '../features/auth/reset-form.tsx'
import { mailedSearch } from '../features/auth/mailed-search.ts'

export const Route = createFileRoute('/reset')({
  validateSearch: mailedSearch,
  component: () => <ResetForm {...Route.useSearch()} />,
})
