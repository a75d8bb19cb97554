import { createFileRoute } from '@tanstack/react-router'
import { RegisterForm } from '../features/auth/register-form.tsx'
import { returnPath } from '../lib/return-path.ts'

export const Route = createFileRoute('/register')({
  validateSearch: (search): { from?: string } => ({ from: returnPath(search.from) }),
  component: () => <RegisterForm {...Route.useSearch()} />,
})
