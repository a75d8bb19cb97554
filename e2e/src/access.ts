import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright'
import { expect } from './fixtures.ts'

/**
 * Holds the screen to its width: nothing sticks out to the side. In `npm run test:all` axe looks too; otherwise it looks at
 * each state of the web's screens once, in the gallery.
 */
export async function checkLayout(page: Page): Promise<void> {
  if (process.env.KETTLE_TESTS === 'all') return checkAccess(page)
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await checkWidth(page)
}

/** Holds the screen to WCAG 2.1 AA as far as axe can tell, and to its width. */
export async function checkAccess(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await animationsEnd(page)
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
  const at = page.url()
  expect(violations.map(({ id, nodes }) => `${at}: ${id} at ${nodes.map((node) => node.target).join(', ')}`)).toEqual(
    [],
  )
  await checkWidth(page)
}

async function checkWidth(page: Page): Promise<void> {
  const excess = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  expect(await page.evaluate(excess), page.url()).toBe(0)
}

/** What is still fading in has less contrast than it will have. One that is taken away midway has ended too, and may be followed by another. */
async function animationsEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (;;) {
      const running = document
        .getAnimations()
        .filter(
          (animation) =>
            animation.playState === 'running' &&
            animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY,
        )
      if (running.length === 0) return
      await Promise.allSettled(running.map((animation) => animation.finished))
    }
  })
}
