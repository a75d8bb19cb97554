export type Availability = 'online' | 'away'

export interface Seen {
  /** Null while no page or launcher of theirs is open. */
  state: Availability | null
  /** When the last one was open, if that is known. */
  lastSeenAt: Date | null
}

/** A connection that says nothing for longer than this is gone. */
export const PRESENCE_SECONDS = 75

/**
 * Whose pages are open. A person may have several connections; who is active on one is online. Connections that are not renewed
 * vanish by themselves. Everything rejects with UNAVAILABLE while the store is away.
 */
export interface PresenceStore {
  /** Writes down or renews one connection. */
  put(userId: string, connectionId: string, state: Availability): Promise<void>
  remove(userId: string, connectionId: string): Promise<void>
  read(userIds: readonly string[]): Promise<Map<string, Seen>>
}
