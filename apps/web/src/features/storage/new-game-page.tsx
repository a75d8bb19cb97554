import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../../layout/page.tsx'
import { NewGameForm } from './game-form.tsx'

/** A game begins as texts; pictures, price and builds follow on its pages. */
export function NewGamePage() {
  const { t } = useTranslation('publish')
  const navigate = useNavigate()
  return (
    <Page title={t('form.new')} lead={t('form.newLead')}>
      <NewGameForm onSaved={({ id }) => void navigate({ to: '/publish/$gameId/pictures', params: { gameId: id } })} />
    </Page>
  )
}
