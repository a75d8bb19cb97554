import { z } from 'zod'
import { cursorInput } from '../cursor-input.ts'
import { MAX_PRICE } from '../money.ts'

export const sorts = ['relevance', 'new', 'popular', 'price', '-price', 'rating', 'discount'] as const
export const platforms = ['any', 'windows', 'linux', 'macos'] as const
/** Characters that a query may have. */
export const QUERY_MAX = 200

export const gamesInput = z
  .object({
    query: z.string().max(QUERY_MAX, 'QUERY_TOO_LONG').optional(),
    /** The words are meant as they stand: no spelling, keyboard layout or alphabet is mended. */
    exact: z.boolean().optional(),
    /** Keys (`open-world`) or names in either language; a game must have all of them. */
    tags: z.array(z.string().max(50)).max(10).optional(),
    /** Minor units. */
    maxPrice: z.int().min(0).max(MAX_PRICE).optional(),
    onSale: z.boolean().optional(),
    /** Only games whose release date is still to come. */
    comingSoon: z.boolean().optional(),
    platform: z.enum(platforms).optional(),
    sort: z.enum(sorts).optional(),
    cursor: cursorInput(),
    limit: z.int().min(1).max(100).default(24),
  })
  .default({ limit: 24 })
export const gameInput = z.object({ slug: z.string().min(1).max(200) })
export const suggestInput = z.object({ prefix: z.string().max(QUERY_MAX, 'QUERY_TOO_LONG') })
