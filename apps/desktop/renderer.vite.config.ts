import { resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { UserConfig } from 'vite'

const root = resolve(import.meta.dirname, 'src/renderer')

/** How the renderer is built, for Electron and for the browser host alike. */
export const rendererConfig = {
  root,
  // Relative: the host serves it below a path that is a secret.
  base: './',
  plugins: [react(), tailwindcss()],
  build: {
    outDir: resolve(import.meta.dirname, 'out/renderer'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    cssTarget: ['chrome123'],
    // It comes from this computer's own disk: one file is no burden.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { input: resolve(root, 'index.html') },
  },
} satisfies UserConfig
