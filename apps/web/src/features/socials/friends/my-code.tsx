import { MyCodeCard } from '@kettle/socials'
import { useExplain } from '../../../lib/errors.ts'
import { trpc } from '../../../lib/trpc.ts'

/** The reader's own friend code, as the store keeps it. */
export function MyCode() {
  const explain = useExplain()
  const utils = trpc.useUtils()
  const settings = trpc.socials.settings.useQuery()
  const renew = trpc.socials.renewFriendCode.useMutation({
    onSuccess: (fresh) => utils.socials.settings.setData(undefined, fresh),
  })
  return (
    <MyCodeCard
      settings={settings.data}
      failed={settings.isError}
      onRetry={() => void settings.refetch()}
      onRenew={() => renew.mutateAsync().then(() => null, explain)}
    />
  )
}
