import { createFileRoute } from '@tanstack/react-router'
import { ConfirmForm } from '../features/auth/confirm-form.tsx'
import { mailedSearch } from '../features/auth/mailed-search.ts'

export const Route = createFileRoute('/confirm')({
  validateSearch: mailedSearch,
  component: Confirm,
})

function Confirm() {
  const search = Route.useSearch()
  // Another link from the mails is another form: it arrives filled with its own code.
  return <ConfirmForm key={`${search.email} ${search.code}`} {...search} />
}
