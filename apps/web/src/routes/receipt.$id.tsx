import { createFileRoute } from '@tanstack/react-router'
import { ReceiptPage } from '../features/payments/receipt-page.tsx'
import { requireUser } from '../lib/require-user.ts'

export const Route = createFileRoute('/receipt/$id')({
  beforeLoad: requireUser,
  component: () => <ReceiptPage id={Route.useParams().id} />,
})
