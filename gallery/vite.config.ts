import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Fixtures take the place of the web's links: its screens then run as they are, without a store. */
const answersFromFixtures: Plugin = {
  name: 'kettle-fixtures',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === './links.ts' && importer === at('../apps/web/src/lib/trpc.ts') ? at('src/host/links.ts') : undefined,
}

export default defineConfig({
  root: at('.'),
  plugins: [answersFromFixtures, react(), tailwindcss()],
  build: {
    // As in apps/web: no data: URLs.
    assetsInlineLimit: 0,
    cssTarget: ['chrome123', 'safari17.5', 'firefox121'],
    chunkSizeWarningLimit: 5_000,
    reportCompressedSize: false,
  },
})
