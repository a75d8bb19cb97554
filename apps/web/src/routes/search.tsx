import { createFileRoute } from '@tanstack/react-router'
import { ResultsPage } from '../features/search/results-page.tsx'
import { textParam } from '../lib/search-params.ts'

export const Route = createFileRoute('/search')({
  validateSearch: (search): { q?: string } => ({ q: textParam(search.q) }),
  component: () => <ResultsPage query={Route.useSearch().q} />,
})
