import { createFileRoute, Outlet } from '@tanstack/react-router'
import { AccountLayout } from '../features/auth/account/account-layout.tsx'
import { requireUser } from '../lib/require-user.ts'

export const Route = createFileRoute('/account')({
  beforeLoad: requireUser,
  component: () => (
    <AccountLayout>
      <Outlet />
    </AccountLayout>
  ),
})
