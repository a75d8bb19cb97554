import { z } from 'zod'

/** A cursor as an input, client-safe: its list's codec says whether it is one. */
export const cursorInput = () => z.string().max(500, 'CURSOR_INVALID').nullish()
