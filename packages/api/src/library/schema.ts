import { z } from 'zod'

export const gameIdInput = z.object({ gameId: z.uuid() })
export const changelogInput = z.object({
  gameId: z.uuid(),
  /** Absent: of all platforms. */
  platform: z.enum(['any', 'windows', 'linux', 'macos']).optional(),
  /** Whose players ask: `beta` is told of its own builds too. */
  channel: z.enum(['stable', 'beta']).default('stable'),
})
export const playSessionInput = z.object({ playSessionId: z.uuid() })

/** How often a launcher tells that a game is still played, and after how long a silence the sitting is over; in seconds. */
export const HEARTBEAT_SECONDS = 30
export const HEARTBEAT_GRACE_SECONDS = 90
