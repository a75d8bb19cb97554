import { defineConfig } from 'electron-vite'
import { rendererConfig } from './renderer.vite.config.ts'

// Packages of this workspace are TypeScript; Electron's Node must get them as JavaScript.
const bundled = ['@kettle/api', '@kettle/depot']

export default defineConfig({
  main: {
    build: {
      externalizeDeps: { exclude: bundled },
      rolldownOptions: { input: 'src/main/index.ts' },
    },
  },
  preload: {
    build: {
      externalizeDeps: { exclude: bundled },
      // A sandboxed preload must be CommonJS.
      rolldownOptions: { input: 'src/preload/index.ts', output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: rendererConfig,
})
