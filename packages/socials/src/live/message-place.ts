/**
 * Where a message belongs in a conversation that is known from `oldest` on to `newest` (0 where nothing is): behind the newest, nowhere,
 * since it is there already or older than what was read, or nobody here knows, since some between are missing.
 */
export function messagePlace(
  seq: number,
  { oldest, newest, has }: { oldest: number; newest: number; has: (seq: number) => boolean },
): 'next' | 'known' | 'missing' {
  if (seq === newest + 1) return 'next'
  if (seq > newest) return 'missing'
  return seq < oldest || has(seq) ? 'known' : 'missing'
}
