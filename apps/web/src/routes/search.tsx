import { createFileRoute } from '@tanstack/react-router'
import { readFilters } from '../features/search/filters.ts'
import { ResultsPage } from '../features/search/results-page.tsx'

export const Route = createFileRoute('/search')({
  validateSearch: readFilters,
  component: () => <ResultsPage filters={Route.useSearch()} />,
})
