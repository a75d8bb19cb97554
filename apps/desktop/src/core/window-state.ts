import { z } from 'zod'

/** A rectangle on the desktop, in the system's own pixels. */
export interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

const whole = z.number().transform(Math.round)
/** How the window was left. */
export const windowState = z.object({
  bounds: z.object({ x: whole, y: whole, width: whole, height: whole }),
  maximized: z.boolean(),
})
export type WindowState = z.infer<typeof windowState>

/** How to open the window. Without a place the system chooses one. */
export interface Opening {
  place: { x: number; y: number } | null
  width: number
  height: number
  maximized: boolean
}

const WANTED = { width: 1180, height: 760 }
export const LEAST = { width: 420, height: 480 }
/** As much of the title bar must be in reach, in pixels, for the window to be moved by hand. */
const GRIP = { width: 160, height: 32 }

/**
 * Where and how large to open the window: as it was left, on the screens of today (their areas without task bars). One whose title
 * bar is out of reach goes to the middle of the first screen, and one that is too large for its screen is made to fit.
 */
export function openingOf(left: WindowState | null, screens: readonly Bounds[]): Opening {
  const [first] = screens
  if (!first) return { place: null, ...WANTED, maximized: left?.maximized ?? false }
  if (!left) return { place: null, ...fitted(WANTED, first), maximized: false }
  const { bounds, maximized } = left
  const { x, y } = bounds
  const on = screens.find((screen) => inReach({ x, y, ...fitted(bounds, screen) }, screen))
  if (on) return { place: { x, y }, ...fitted(bounds, on), maximized }
  const size = fitted(bounds, first)
  const middle = (start: number, room: number, length: number): number => Math.round(start + (room - length) / 2)
  const place = { x: middle(first.x, first.width, size.width), y: middle(first.y, first.height, size.height) }
  return { place, ...size, maximized }
}

function inReach({ x, y, width }: Bounds, screen: Bounds): boolean {
  const seen = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x)
  return seen >= GRIP.width && y >= screen.y && y <= screen.y + screen.height - GRIP.height
}

/** A screen may be smaller than the least that we ask for: then the screen wins. */
function fitted(size: { width: number; height: number }, screen: Bounds): { width: number; height: number } {
  const between = (length: number, least: number, most: number): number => Math.min(Math.max(length, least), most)
  return {
    width: between(size.width, LEAST.width, screen.width),
    height: between(size.height, LEAST.height, screen.height),
  }
}
