/** So long after their last key somebody counts as typing, in milliseconds. */
export const TYPING_MS = 6_000
/** So often who types says so. */
export const TYPING_EVERY_MS = 3_000
