import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { sessionQuery } from './session.ts'

/** Does what only a user can do; a guest is led to the log-in, and from there to `from`. A click may come before we know who is there: then that is waited for. */
export function useAsUser(from: string): (deed: () => void) => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async (deed) => {
    const user = await client.ensureQueryData(sessionQuery).catch(() => null)
    if (user) deed()
    else await navigate({ to: '/login', search: { from } })
  }
}
