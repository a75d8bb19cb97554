import { expect, test } from 'vitest'
import { demoGames } from './catalogue.ts'
import { demoBuyers } from './people.ts'
import { addressOf, plannedReviews } from './planned-reviews.ts'
import { plannedPurchases } from './purchases.ts'
import { demoReviews } from './reviews.ts'

test('each game has reviews, one per person and in their own language, and no two say the same', () => {
  expect(Object.keys(demoReviews).toSorted()).toEqual(demoGames.map(({ slug }) => slug).toSorted())
  const locales = new Map(demoBuyers.map((person) => [addressOf(person), person.locale]))
  const all = Object.entries(demoReviews).flatMap(([slug, reviews]) => reviews.map((review) => ({ slug, ...review })))
  expect(new Set(all.map(({ slug, by }) => `${slug} ${by}`)).size).toBe(all.length)
  expect(new Set(all.map(({ text }) => text)).size).toBe(all.length)
  for (const { slug, by, text, reply } of all) {
    const russian = locales.get(by) === 'ru'
    for (const words of [text, reply ?? text])
      expect(/[а-яё]{3}/iu.test(words) || (!russian && /[a-z]{3}/iu.test(words)), `${by} of ${slug}`).toBe(true)
    expect(/[а-яё]/iu.test(text), `${by} of ${slug}`).toBe(russian)
    expect(text.length).toBeGreaterThan(25)
  }
})

test('everybody has bought and played before they write, and it is all in the past', () => {
  const purchases = plannedPurchases(demoGames, demoBuyers)
  for (const [slug, reviews] of plannedReviews(purchases))
    for (const { by, writtenDaysAgo, sittings } of reviews) {
      const [, plan = []] = [...purchases].find(([person]) => addressOf(person) === by) ?? []
      const boughtDaysAgo = plan.find((purchase) => purchase.slug === slug)?.daysAgo ?? 0
      expect(writtenDaysAgo).toBeGreaterThan(0)
      let free = boughtDaysAgo
      for (const [daysAgo, minutes] of sittings) {
        expect(daysAgo).toBeLessThanOrEqual(free)
        free = daysAgo - minutes / (24 * 60)
      }
      expect(free, `${by} of ${slug}`).toBeGreaterThanOrEqual(writtenDaysAgo)
    }
})
