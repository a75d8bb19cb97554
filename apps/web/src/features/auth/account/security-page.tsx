import { Skeleton } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../lib/failed.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { AccountPage } from './account-layout.tsx'
import { PasskeysSection } from './passkeys-section.tsx'
import { PasswordSection } from './password-section.tsx'
import { SecondStepSection } from './second-step-section.tsx'

/** All that keeps strangers out. */
export function SecurityPage() {
  const { t } = useTranslation('account')
  // Always asked anew: another device may have changed it, or ended this session.
  const security = trpc.auth.security.useQuery(undefined, { staleTime: 0 })
  return (
    <AccountPage title={t('security.title')} lead={t('security.lead')}>
      <PasswordSection />
      {security.data ? (
        <>
          <SecondStepSection totp={security.data.totp} recoveryCodesLeft={security.data.recoveryCodesLeft} />
          <PasskeysSection passkeys={security.data.passkeys} />
        </>
      ) : security.error ? (
        <Failed title={t('security.failed')} error={security.error} onRetry={() => void security.refetch()} />
      ) : (
        <div aria-busy="true" className="grid gap-6">
          <Skeleton className="h-52 rounded-2xl" />
          <Skeleton className="h-52 rounded-2xl" />
        </div>
      )}
    </AccountPage>
  )
}
