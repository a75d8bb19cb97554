import tailwindcss from '@tailwindcss/vite'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { precompress } from './scripts/precompress.ts'

const server = 'http://127.0.0.1:3000'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [tanstackRouter({ target: 'react', autoCodeSplitting: true }), react(), tailwindcss(), precompress()],
  build: {
    manifest: true,
    // No data: URLs for small files: the content security policy stays short and every asset can be cached.
    assetsInlineLimit: 0,
    // light-dark() and dialogs as the browsers of 2024 speak them.
    cssTarget: ['chrome123', 'safari17.5', 'firefox121'],
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/trpc': server, '/pictures': server, '/dev': server, '/pay': server },
  },
})
