import { defineConfig } from '@playwright/test'
import { enterTestEnvironment } from '../scripts/env.mjs'

// Also for who runs playwright by hand: the store's settings of a shell or a .env file must not reach a test.
enterTestEnvironment()

const executablePath = process.env.KETTLE_CHROMIUM
// Chromium of a distribution, possibly run as root, and never calling home.
const args = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
]

export default defineConfig({
  testDir: './src',
  outputDir: process.env.KETTLE_TEST_RESULTS ?? './results',
  globalSetup: './src/begin-run.ts',
  // All workers share one store; each test makes people of its own. More than cores, since flows wait for most of their time.
  workers: 4,
  fullyParallel: true,
  retries: 0,
  // A limit only ends what hangs, since the machine may be busy with other work.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ...(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? ([['json']] as const) : [])],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    // Without a picture of each frame, which a machine without a graphics card draws at the cost of everything else.
    trace: { mode: 'retain-on-failure', screenshots: false },
    actionTimeout: 30_000,
    launchOptions: { args, ...(executablePath ? { executablePath } : {}) },
  },
})
