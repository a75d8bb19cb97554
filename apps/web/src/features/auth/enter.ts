import { useRouter } from '@tanstack/react-router'
import { setSession, type User } from '../../lib/session.ts'

/** What follows every log-in: the app knows the user, and goes back to where they came from. */
export function useEnter(from: string | undefined): (user: User) => Promise<void> {
  const router = useRouter()
  return async (user) => {
    const told = setSession(user)
    // Replaced, not pushed: "back" from there leads to where they were before, not into a form that is done with.
    router.history.replace(from ?? '/')
    await told
  }
}
