import type { ReviewView } from '@kettle/api/client'

interface Pages {
  pages: { items: ReviewView[] }[]
}

/** All reviews of the pages that have come, each once: votes may move one to another page between two of them. */
export function reviewsOf({ pages }: Pages): ReviewView[] {
  return [...new Map(pages.flatMap(({ items }) => items.map((review) => [review.id, review]))).values()]
}

/** The pages with one review changed, wherever it lies. */
export function withReview<Some extends Pages>(data: Some, reviewId: string, change: Partial<ReviewView>): Some {
  const changed = (review: ReviewView) => (review.id === reviewId ? { ...review, ...change } : review)
  return { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(changed) })) }
}
