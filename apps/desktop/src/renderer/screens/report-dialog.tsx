import { ReportDialog } from '@kettle/socials'
import type { StoreInput } from '../../shared/store-requests.ts'
import { useStoreFailure } from '../lib/failure.ts'
import { askStore } from '../lib/store.ts'

type Target = Pick<StoreInput<'socials.reportContent'>, 'kind' | 'targetId'>

/** Reports something to the moderators of the store. Of a message `targetId` is `person:seq`, else an id. */
export function Report({ kind, targetId, onClose }: Target & { onClose: () => void }) {
  const explain = useStoreFailure()
  return (
    <ReportDialog
      kind={kind}
      onClose={onClose}
      onSend={(report) => askStore('socials.reportContent', { kind, targetId, ...report }).then(() => null, explain)}
    />
  )
}
