import type { Presence } from '@kettle/api/client'

/** The presence of somebody of whom nothing was heard yet. */
export const offline: Presence = { state: 'offline', game: null, lastSeenAt: null }
