import { redirect } from '@tanstack/react-router'
import { sessionQuery } from './session.ts'
import { queryClient } from './trpc.ts'

/** For beforeLoad: lets users in and sends guests to log in, with the way back. */
export async function requireUser({ location }: { location: { href: string } }): Promise<void> {
  const user = await queryClient.ensureQueryData(sessionQuery)
  if (!user) throw redirect({ to: '/login', search: { from: location.href } })
}
