import type { reportKinds } from '@kettle/api/client'
import { ReportDialog } from '@kettle/socials'
import { useExplain } from '../../lib/errors.ts'
import { trpcClient } from '../../lib/trpc.ts'

type ReportProps = { kind: (typeof reportKinds)[number]; targetId: string; onClose: () => void }

/** Reports something to the moderators of the store. Of a message `targetId` is `person:seq`, else an id. */
export default function Report({ kind, targetId, onClose }: ReportProps) {
  const explain = useExplain()
  return (
    <ReportDialog
      kind={kind}
      onClose={onClose}
      onSend={(report) =>
        trpcClient.socials.reportContent.mutate({ kind, targetId, ...report }).then(() => null, explain)
      }
    />
  )
}
