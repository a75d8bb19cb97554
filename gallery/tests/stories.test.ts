import { join } from 'node:path'
import { expect, readStories, test } from './gallery.ts'
import { nameOf, variantOf, variants } from './variants.ts'

const everywhere = process.env.KETTLE_GALLERY_ALL === '1'
const screenshots = process.env.KETTLE_GALLERY_SCREENSHOTS

const stories = readStories()
const screens = Map.groupBy(stories, ({ title }) => title)

for (const [title, states] of screens) {
  for (const [number, story] of states.entries()) {
    for (const variant of everywhere ? variants : [variantOf(title, number)]) {
      test(`${title} › ${story.name} (${nameOf(variant)})`, async ({ gallery }, testInfo) => {
        const page = await gallery.show(story.id, variant).catch(async (error) => {
          await testInfo.attach('screenshot', { body: await gallery.page.screenshot(), contentType: 'image/png' })
          throw new Error(`${error}\n${(await gallery.findComplaints()).join('\n')}`)
        })
        const file = `${story.id} ${nameOf(variant)}.png`.replaceAll(' ', '-')
        if (screenshots) await page.screenshot({ path: join(screenshots, file), fullPage: true })
        const troubles = [...(await gallery.findComplaints()), ...(await gallery.findBarriers())]
        if (troubles.length > 0)
          await testInfo.attach('screenshot', {
            body: await page.screenshot({ fullPage: true }),
            contentType: 'image/png',
          })
        expect(troubles).toEqual([])
      })
    }
  }
}
