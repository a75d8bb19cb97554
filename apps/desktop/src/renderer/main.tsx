import './styles.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { startI18n } from './lib/i18n.ts'
import { connectLauncher } from './lib/launcher.ts'
import { storeClient } from './lib/store.ts'
import { followStoreNews } from './lib/store-news.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

await startI18n()
connectLauncher()
followStoreNews()
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={storeClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
