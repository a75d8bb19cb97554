import type { SessionView } from '../../shared/views.ts'

/** Who is logged in where, as one name to keep accounts of this computer apart; null for nobody. */
export function accountOf(session: SessionView): string | null {
  return session.status === 'signedIn' ? `${session.server} ${session.user.email}` : null
}
