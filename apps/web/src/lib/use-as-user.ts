import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { sessionQuery } from './session.ts'

/**
 * Does what only a user can; a guest is led to the log-in, and from there to `from`. A click may come before we know who is there: then
 * that is waited for, and nothing comes of it when the page was left meanwhile.
 */
export function useAsUser(from: string): { busy: boolean; asUser: (deed: () => void) => Promise<void> } {
  const client = useQueryClient()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  return {
    busy,
    async asUser(deed) {
      const { pathname } = location
      setBusy(true)
      const user = await client.ensureQueryData(sessionQuery).catch(() => null)
      setBusy(false)
      if (location.pathname !== pathname) return
      if (user) deed()
      else await router.navigate({ to: '/login', search: { from } })
    },
  }
}
