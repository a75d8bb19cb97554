import { z } from 'zod'

export const gameIdInput = z.object({ gameId: z.uuid() })
export const playSessionInput = z.object({ playSessionId: z.uuid() })

/** How often a launcher tells that a game is still played, and after how long a silence the sitting is over; in seconds. */
export const HEARTBEAT_SECONDS = 30
export const HEARTBEAT_GRACE_SECONDS = 90
