import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, test as base, expect, type Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import type {} from '../.storybook/window.ts'
import { buildGallery, builtGallery } from '../scripts/build-gallery.ts'
import { serveGallery } from './serve-gallery.ts'
import type { Variant } from './variants.ts'

// Tests are made of the built gallery's index, so it is there before they are collected; workers find it.
if (process.env.TEST_WORKER_INDEX === undefined) await buildGallery()

/** An entry of Storybook's index. */
export interface Story {
  id: string
  title: string
  name: string
}

/** All stories, in the order of their files. */
export function readStories(): Story[] {
  const index: { entries: Record<string, Story> } = JSON.parse(readFileSync(join(builtGallery, 'index.json'), 'utf8'))
  return Object.values(index.entries)
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

interface Channel {
  on(event: string, listener: (told: { storyId?: string; status?: string } | string) => void): void
  emit(event: string, told: object): void
  last(event: string): unknown
}
declare global {
  interface Window {
    __STORYBOOK_ADDONS_CHANNEL__: Channel
    axe: { run(context: Document, options: object): Promise<AxeResults> }
  }
}

/** A story that is quick and never fails: it is there only for the page to begin with. */
const first = 'ui-button--looks'

/** One page of a browser in which one story after the other is shown, without loading the page anew. */
export class Gallery {
  readonly page: Page
  private shown: string | undefined
  private complaints: string[] = []
  private requests = new Set<unknown>()

  private constructor(page: Page) {
    this.page = page
  }

  static async open(browser: Browser, url: string): Promise<Gallery> {
    const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en' })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await context.addInitScript({ path: axe })
    const page = await context.newPage()
    const gallery = new Gallery(page)
    page.on('request', (request) => gallery.requests.add(request))
    page.on('requestfinished', (request) => gallery.requests.delete(request))
    await page.goto(`${url}/iframe.html?id=${first}&viewMode=story`)
    // Storybook loads its page anew when it is told to leave a story that it has not finished.
    await page.waitForFunction(() => window.__STORYBOOK_ADDONS_CHANNEL__?.last('storyFinished'))
    gallery.shown = first
    page.on('pageerror', (error) => gallery.complaints.push(`page error: ${error.stack ?? error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        gallery.complaints.push(`console ${message.type()}: ${message.text()}`)
    })
    page.on('requestfailed', (request) => {
      gallery.requests.delete(request)
      const why = request.failure()?.errorText
      if (why !== 'net::ERR_ABORTED') gallery.complaints.push(`${why}: ${request.url()}`)
    })
    page.on('response', (response) => {
      if (response.status() >= 400) gallery.complaints.push(`${response.status()}: ${response.url()}`)
    })
    return gallery
  }

  /**
   * Shows a story and waits until nothing more comes.
   * @throws Error where the story, one of its steps or the console complains
   */
  async show(id: string, variant: Variant): Promise<Page> {
    const { page, shown } = this
    this.complaints = []
    this.shown = id
    await page.setViewportSize({ width: variant.width, height: variant.width === 390 ? 844 : 800 })
    const failure = await page.evaluate(
      async ({ id, again, look }) => {
        window.kettleLook = look

        const channel = window.__STORYBOOK_ADDONS_CHANNEL__
        const isOver = new Promise<string | null>((resolve) => {
          channel.on('storyFinished', (told) => {
            if (typeof told === 'object' && told.storyId === id)
              resolve(told.status === 'error' ? 'finished with an error' : null)
          })
          channel.on('storyMissing', () => resolve('the story is missing'))
          for (const event of ['storyErrored', 'storyThrewException', 'playFunctionThrewException'])
            channel.on(event, (told) => resolve(`${event}: ${JSON.stringify(told, Object.getOwnPropertyNames(told))}`))
        })
        channel.emit(again ? 'forceRemount' : 'setCurrentStory', { storyId: id, viewMode: 'story' })
        return isOver
      },
      {
        id,
        again: shown === id,
        look: { locale: variant.locale, theme: variant.theme },
      },
    )
    if (failure) throw new Error(failure)
    const told = await page.evaluate(() => window.kettleStory)
    await this.settle(told?.busy === true)
    if (told?.logs) this.complaints = []
    return page
  }

  /** Waits until what is on screen stays as it is. */
  private async settle(busy: boolean): Promise<void> {
    if (busy) await expect(this.page.locator('[aria-busy=true], .animate-shimmer').first()).toBeAttached()
    let last = ''
    for (let calm = 0; calm < 3; ) {
      const now = await this.page.evaluate(async (busy) => {
        for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
        await Promise.allSettled(
          document
            .getAnimations()
            .filter(
              ({ playState, effect }) =>
                playState === 'running' && effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY,
            )
            .map(({ finished }) => finished),
        )
        if (!busy && (!window.kettleIsQuiet() || document.querySelector('[aria-busy=true]'))) return ''
        return document.body.innerHTML
      }, busy)
      calm = now !== '' && now === last && this.requests.size === 0 ? calm + 1 : 0
      last = now
    }
  }

  /** Complaints of the console, the page, the network and the content security policy since the story was shown. */
  async findComplaints(): Promise<string[]> {
    await this.page.evaluate(() => new Promise(requestAnimationFrame))
    return this.complaints
  }

  /** What stands against WCAG 2.1 A and AA as far as axe can tell, and whether the page is wider than the screen. */
  async findBarriers(): Promise<string[]> {
    return this.page.evaluate(async (levels) => {
      const { violations } = await window.axe.run(document, {
        runOnly: { type: 'tag', values: levels },
        resultTypes: ['violations'],
      })
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
      )
      const beyond = document.documentElement.scrollWidth - document.documentElement.clientWidth
      return beyond > 0 ? [...found, `the page is ${beyond} px wider than the screen`] : found
    }, levels)
  }
}

/** Tests of one story: shown in English, light, on a desk, unless told otherwise. */
type Open = (id: string, variant?: Partial<Variant>) => Promise<Page>

export const test = base.extend<{ openStory: Open }, { gallery: Gallery }>({
  gallery: [
    async ({ browser }, use) => {
      const server = await serveGallery(builtGallery)
      const gallery = await Gallery.open(browser, server.url)
      await use(gallery)
      await gallery.page.context().close()
      await server.close()
    },
    { scope: 'worker' },
  ],
  openStory: async ({ gallery }, use, testInfo) => {
    await use((id, variant = {}) => gallery.show(id, { locale: 'en', theme: 'light', width: 1280, ...variant }))
    if (testInfo.status !== testInfo.expectedStatus)
      await testInfo.attach('screenshot', { body: await gallery.page.screenshot(), contentType: 'image/png' })
  },
})

export { expect }
