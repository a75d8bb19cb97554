import './styles.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { currentLanguage, startI18n } from './lib/i18n.ts'
import { ask, connectLauncher } from './lib/launcher.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

await startI18n()
connectLauncher()
void ask('setLanguage', { language: currentLanguage() })
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
