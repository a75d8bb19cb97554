import { createFileRoute } from '@tanstack/react-router'
import { WalletPage } from '../features/payments/wallet-page.tsx'
import { requireUser } from '../lib/require-user.ts'
import { returnPath } from '../lib/return-path.ts'
import { textParam } from '../lib/search-params.ts'

type WalletSearch = { order?: string; need?: string; from?: string }

export const Route = createFileRoute('/wallet')({
  validateSearch: (search): WalletSearch => ({
    order: textParam(search.order),
    need: textParam(search.need),
    from: returnPath(search.from),
  }),
  beforeLoad: requireUser,
  component: () => {
    const { order, need, from } = Route.useSearch()
    return <WalletPage order={order} purchase={{ need: Number(need) || undefined, from }} />
  },
})
