/** How a list of reviews is sorted and narrowed, as it stands in the address; what is usual is left out. */
export interface ReviewFilters {
  reviews?: 'new' | 'playtime'
  /** ISO 639-1. */
  written?: string
  thumb?: 'up' | 'down'
}

const one = <Value extends string>(values: readonly Value[], value: unknown): Value | undefined =>
  values.find((known) => known === value)

/** Reads the address; what it can't be falls away. */
export function readReviewFilters(search: Record<string, unknown>): ReviewFilters {
  return {
    reviews: one(['new', 'playtime'], search.reviews),
    written: /^[a-z]{2,3}$/u.test(String(search.written)) ? String(search.written) : undefined,
    thumb: one(['up', 'down'], search.thumb),
  }
}

/** The same for the API. */
export function toQuestion(gameId: string, { reviews, written, thumb }: ReviewFilters) {
  return {
    ...{ gameId, sort: reviews ?? ('helpful' as const), limit: 10 },
    ...(written && { language: written }),
    ...(thumb && { recommended: thumb === 'up' }),
  }
}
