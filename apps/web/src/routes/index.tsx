import { createFileRoute } from '@tanstack/react-router'
import { StorePage } from '../features/search/store-page.tsx'
import { queries } from '../lib/trpc.ts'

export const Route = createFileRoute('/')({
  loader: () => void queries.search.storefront.prefetch(),
  component: StorePage,
})
