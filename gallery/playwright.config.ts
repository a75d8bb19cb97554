import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

const executablePath = process.env.KETTLE_CHROMIUM
// Chromium of a distribution, possibly run as root, and never calling home.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig({
  testDir: './tests',
  outputDir: process.env.KETTLE_TEST_RESULTS ?? join(import.meta.dirname, 'results'),
  workers: 2,
  fullyParallel: true,
  retries: 0,
  // Limits only end what hangs.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ...(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? ([['json']] as const) : [])],
  use: {
    browserName: 'chromium',
    actionTimeout: 30_000,
    launchOptions: { args, ...(executablePath ? { executablePath } : {}) },
  },
})
