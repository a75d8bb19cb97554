import './styles.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { loadLateWords, startI18n } from './lib/i18n.ts'
import { onSessionLost } from './lib/session.ts'
import { queryClient, trpc, trpcClient } from './lib/trpc.ts'
import { createStoreRouter } from './router.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

const router = createStoreRouter()
// A page that only users may see sends its guest to log in, with the way back.
onSessionLost(() => void router.invalidate())
await startI18n()
createRoot(root).render(
  <StrictMode>
    <trpc.Provider client={trpcClient} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </trpc.Provider>
  </StrictMode>,
)
// Safari has no requestIdleCallback.
;(window.requestIdleCallback ?? setTimeout)(loadLateWords)
