import { createFileRoute } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AccountPage } from '../features/auth/account/account-layout.tsx'
import { PeopleSettings } from '../features/socials/settings/people-settings.tsx'

export const Route = createFileRoute('/account/people')({
  component: function People() {
    const { t } = useTranslation('people')
    return (
      <AccountPage title={t('settings.title')} lead={t('settings.lead')}>
        <PeopleSettings />
      </AccountPage>
    )
  },
})
