import { createFileRoute } from '@tanstack/react-router'
import { OrderPage } from '../features/payments/order-page.tsx'
import { requireUser } from '../lib/require-user.ts'

export const Route = createFileRoute('/order/$id')({
  beforeLoad: requireUser,
  component: () => <OrderPage id={Route.useParams().id} />,
})
