import { type Db, sessions } from '@kettle/db'
import { and, eq, ne } from 'drizzle-orm'
import type { Deps, Session } from '../context.ts'
import { DomainError } from '../errors.ts'
import { tellSessionsEnded } from '../ports/event-bus.ts'

/** Ends one of the caller's log-ins, and says whether it was the one that asks. NOT_FOUND for another's or one that is over. */
export async function revokeSession(
  deps: Pick<Deps, 'db' | 'events'>,
  session: Session,
  id: string,
): Promise<{ current: boolean }> {
  const ended = await deps.db.transaction((tx) =>
    tx
      .delete(sessions)
      .where(and(eq(sessions.id, id), eq(sessions.userId, session.user.id)))
      .returning({ id: sessions.id }),
  )
  if (ended.length === 0) throw new DomainError('NOT_FOUND')
  tellSessionsEnded(deps, session.user.id)
  return { current: id === session.id }
}

/** Ends all of the caller's log-ins but the one that asks. */
export async function revokeOtherSessions(
  deps: Pick<Deps, 'db' | 'events'>,
  session: Session,
): Promise<{ revoked: number }> {
  const revoked = await deps.db.transaction((tx) => endOtherSessions(tx, session))
  tellSessionsEnded(deps, session.user.id)
  return { revoked }
}

/** The same within a transaction, after which the caller tells the streams; gives how many there were. */
export async function endOtherSessions(tx: Db, session: Session): Promise<number> {
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, session.user.id), ne(sessions.id, session.id)))
    .returning({ id: sessions.id })
  return ended.length
}

/** Ends this log-in. */
export async function logout(deps: Pick<Deps, 'db' | 'events'>, session: Session): Promise<void> {
  await deps.db.transaction((tx) => tx.delete(sessions).where(eq(sessions.id, session.id)))
  tellSessionsEnded(deps, session.user.id)
}
