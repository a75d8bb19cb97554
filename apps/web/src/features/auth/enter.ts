import { useRouter } from '@tanstack/react-router'
import { setSession, type User } from '../../lib/session.ts'

/** What follows every log-in: the app knows the user, and goes back to where they came from. */
export function useEnter(from: string | undefined): (user: User) => Promise<void> {
  const router = useRouter()
  return async (user) => {
    await setSession(user)
    router.history.push(from ?? '/')
  }
}
