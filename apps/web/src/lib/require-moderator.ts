import { notFound } from '@tanstack/react-router'
import { requireUser } from './require-user.ts'
import { sessionQuery } from './session.ts'
import { queryClient } from './trpc.ts'

/** For beforeLoad: lets moderators in; for everybody else such a page does not exist. */
export async function requireModerator(request: { location: { href: string } }): Promise<void> {
  await requireUser(request)
  const user = await queryClient.ensureQueryData(sessionQuery)
  if (user?.role !== 'admin') throw notFound()
}
