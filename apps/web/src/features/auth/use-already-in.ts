import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useSession } from '../../lib/session.ts'

/** Sends on who is logged in and comes to a page for guests: by a bookmark, or from another tab. */
export function useAlreadyIn(from: string | undefined): void {
  const { user } = useSession()
  const router = useRouter()
  useEffect(() => {
    if (user) router.history.replace(from ?? '/')
  }, [user, from, router])
}
