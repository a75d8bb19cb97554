import { sessions } from '@kettle/db'
import { and, desc, eq, gt } from 'drizzle-orm'
import type { Deps, Session } from '../context.ts'

export interface SessionView {
  id: string
  /** What the browser or program calls itself. */
  device: string | null
  ip: string | null
  /** ISO. */
  createdAt: string
  /** ISO, to within an hour. */
  lastSeenAt: string
  /** ISO. */
  expiresAt: string
  current: boolean
}

/** Where the caller is logged in, newest use first. */
export async function listSessions(deps: Pick<Deps, 'db' | 'clock'>, session: Session): Promise<SessionView[]> {
  const rows = await deps.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, session.user.id), gt(sessions.expiresAt, deps.clock.now())))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
  return rows.map(({ id, device, ip, createdAt, lastSeenAt, expiresAt }) => ({
    ...{ id, device, ip },
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    current: id === session.id,
  }))
}
