import { useEffect } from 'react'
import { trpc } from '../../lib/trpc.ts'

const askAgainMs = 1500
/** A webhook that takes longer than two minutes is seen at the next look. */
const askAtMost = 80

/** One order, asked about again while it waits: the provider's word may come after its payer. */
export function useOrder(id: string) {
  const utils = trpc.useUtils()
  const order = trpc.payments.order.useQuery(
    { id },
    {
      refetchInterval: ({ state }) =>
        state.data?.status === 'pending' && state.dataUpdateCount < askAtMost ? askAgainMs : false,
    },
  )
  const status = order.data?.status
  useEffect(() => {
    if (status !== 'paid') return
    void utils.payments.wallet.invalidate()
    void utils.library.invalidate()
    void utils.search.invalidate()
  }, [status, utils])
  return order
}
