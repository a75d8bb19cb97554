import { z } from 'zod'
import { cursorCodec } from '../cursor.ts'

/** Where a page of reviews ended: what it was sorted by in its last row, and that row's id. */
export const reviewCursor = cursorCodec('reviews', z.tuple([z.int().min(-2147483648).max(2147483647), z.uuid()]))
