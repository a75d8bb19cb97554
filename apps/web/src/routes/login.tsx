import { createFileRoute } from '@tanstack/react-router'
import { LoginForm } from '../features/auth/login-form.tsx'
import { returnPath } from '../lib/return-path.ts'

export const Route = createFileRoute('/login')({
  validateSearch: (search): { from?: string } => ({ from: returnPath(search.from) }),
  component: () => <LoginForm {...Route.useSearch()} />,
})
