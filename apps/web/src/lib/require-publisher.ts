import { notFound } from '@tanstack/react-router'
import { requireUser } from './require-user.ts'
import { sessionQuery } from './session.ts'
import { queryClient } from './trpc.ts'

/** For beforeLoad: lets publishers in; for players such a page does not exist. */
export async function requirePublisher(request: { location: { href: string } }): Promise<void> {
  await requireUser(request)
  const user = await queryClient.ensureQueryData(sessionQuery)
  if (user?.role === 'player') throw notFound()
}
