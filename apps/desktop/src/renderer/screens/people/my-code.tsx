import { MyCodeCard } from '@kettle/socials'
import { useFailureText } from '../../lib/failure.ts'
import { usePeopleSettings } from '../../lib/people-settings.ts'

/** The player's own friend code, as the store keeps it. */
export function MyCode() {
  const failureText = useFailureText()
  const { settings, failed, again, renewCode } = usePeopleSettings()
  return (
    <div className="w-full max-w-sm">
      <MyCodeCard
        settings={settings ?? undefined}
        failed={failed}
        onRetry={again}
        onRenew={async () => {
          const failure = await renewCode()
          return failure && failureText(failure.reason)
        }}
      />
    </div>
  )
}
