import { ask } from './launcher.ts'

/** Opens a page in the player's browser. */
export function openOutside(address: string): void {
  // A page in a browser can open it itself; the launcher's own window opens nothing.
  if (window.kettle) void ask('openOutside', { address })
  else window.open(address, '_blank', 'noopener,noreferrer')
}
