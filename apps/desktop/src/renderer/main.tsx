import './styles.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { startI18n } from './lib/i18n.ts'
import { connectLauncher } from './lib/launcher.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

await startI18n()
connectLauncher()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
