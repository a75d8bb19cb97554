import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright'
import { freePorts } from '../../apps/server/src/dev/processes.ts'
import { median, type Report } from './row.ts'

const start = fileURLToPath(new URL('../../apps/server/src/dev/start.ts', import.meta.url))
const pages = { 'store page': '/', 'search page': '/search?q=night', 'game page': '/game/orbital-post' }
/** How much slower than this machine's its processor pretends to be; 4 is what Lighthouse takes for a phone of the middle class. */
const slowdowns = [1, 4]
const RUNS = 5
/** Milliseconds that count as good, https://web.dev/articles/lcp; and our own bar for shifts, a fifth of https://web.dev/articles/cls. */
const GOOD_LCP = 2_500
const MOST_CLS = 0.02

/** How soon the largest thing of a page is there (LCP) and how much jumps while it loads (CLS), on a phone's screen in Chromium, with an empty cache. */
export async function vitals(report: Report): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kettle-bench-vitals-'))
  await using cleanup = new AsyncDisposableStack()
  cleanup.defer(() => rm(dataDir, { recursive: true, force: true }))
  const { url, stop } = await startStore(dataDir)
  cleanup.defer(stop)
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    ...(process.env.KETTLE_CHROMIUM ? { executablePath: process.env.KETTLE_CHROMIUM } : {}),
  })
  cleanup.defer(() => browser.close())
  for (const [name, path] of Object.entries(pages))
    for (const slowdown of slowdowns) {
      const runs: Vitals[] = []
      for (let run = 0; run < RUNS; run++) runs.push(await visit(browser, url + path, slowdown))
      const at = slowdown === 1 ? name : `${name}, processor ${slowdown} times slower`
      const lcp = median(runs.map((run) => run.lcp))
      report({ name: `LCP of the ${at}`, ours: lcp, peer: GOOD_LCP, unit: 'ms', ratio: GOOD_LCP / lcp, bar: '>= 1' })
      const cls = Math.max(...runs.map((run) => run.cls))
      const ratio = MOST_CLS / Math.max(cls, 0.0001)
      report({
        name: `CLS of the ${at}, the worst of ${RUNS}`,
        ours: cls,
        peer: MOST_CLS,
        unit: '',
        ratio,
        bar: '> 1',
      })
    }
}

interface Vitals {
  lcp: number
  cls: number
}

/**
 * Runs in the page before its own scripts. All shifts are summed, which is stricter than CLS itself: the worst five seconds of
 * them.
 */
const observe = `
  globalThis.seenVitals = { lcp: 0, cls: 0 }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seenVitals.lcp = entry.startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) seenVitals.cls += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
`

async function visit(browser: Browser, url: string, slowdown: number): Promise<Vitals> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-US' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.addInitScript(observe)
  await page.goto(url)
  await page.locator('main img').first().waitFor()
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
  await page.waitForLoadState('networkidle')
  await page.evaluate(
    `Promise.all([...document.images].filter((image) => image.loading === 'eager').map((image) => image.decode()))`,
  )
  // What comes after the page has settled (pictures decoded late, words for later) must not move it either.
  await page.waitForTimeout(1_000)
  const seen = await page.evaluate<Vitals>('seenVitals')
  await context.close()
  return seen
}

/** The demo store, as `npm start` runs it. */
async function startStore(dataDir: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const [httpPort, sftpPort] = await freePorts(2)
  const env = {
    ...process.env,
    KETTLE_DATA_DIR: dataDir,
    KETTLE_HTTP_PORT: String(httpPort),
    KETTLE_SFTP_PORT: String(sftpPort),
    KETTLE_LIMIT_FACTOR: '1000',
  }
  const child = spawn(process.execPath, [start], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await addressOf(child)
  const stop = async () => {
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
  }
  return { url, stop }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout?.on('data', (chunk) => {
      output += chunk
      const url = /Kettle is on: (\S+)/u.exec(output)?.[1]
      if (url) resolve(url)
    })
    child.once('exit', (code) => reject(new Error(`the store ended with ${code}:\n${output}`)))
  })
}
