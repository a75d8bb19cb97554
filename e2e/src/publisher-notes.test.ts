import { checkLayout } from './access.ts'
import { expect, test } from './fixtures.ts'
import { gameAt } from './programs.ts'
import { find, newPage, phone } from './visitor.ts'
import { storyLanguages, wordsIn } from './words.ts'

const password = 'kettle-on-the-stove'

const schemes = { ru: 'light', en: 'dark' } as const

for (const language of storyLanguages('en'))
  test(`a publisher says what is new in a build, and its owner reads it, in ${language}`, async ({
    browser,
    store,
    shoot,
  }) => {
    const { web } = wordsIn(language)
    const complaints: string[] = []
    const { id: gameId } = await gameAt(store.url, 'isobar')
    const enter = async (email: string, from: string) => {
      const page = await newPage(browser, language, complaints, { colorScheme: schemes[language] })
      await page.goto(`${store.url}/login?from=${encodeURIComponent(from)}`)
      await page.evaluate((chosen) => localStorage.setItem('kettle-language', chosen), language)
      await page.reload()
      await find(page).field(web('auth.email')).fill(email)
      await find(page).field(web('auth.password')).fill(password)
      await page.keyboard.press('Enter')
      return page
    }
    const publisher = await enter('publisher@kettle.test', `/publish/${gameId}/builds`)
    const { button, field } = find(publisher)
    // The second language meets what the first one wrote.
    await publisher
      .getByRole('button', {
        name: new RegExp(`^(${web('publish.builds.addNotes')}|${web('publish.builds.editNotes')})$`, 'u'),
      })
      .click()
    const notes = `Fronts move by ${language}.\n\nФронты ходят сами.`
    await field(web('publish.builds.notes')).fill('x'.repeat(8_001))
    await button(web('publish.builds.saveNotes')).click()
    await expect(publisher.getByText(web('fields.NOTES_TOO_LONG'), { exact: true })).toBeVisible()
    await field(web('publish.builds.notes')).fill(notes)
    await shoot(publisher, 'dialog')
    await checkLayout(publisher)
    await button(web('publish.builds.saveNotes')).click()
    await publisher.locator('summary').click()
    await expect(publisher.getByText(`Fronts move by ${language}.`)).toBeVisible()
    await shoot(publisher, 'builds')
    await publisher.setViewportSize(phone.viewport)
    await checkLayout(publisher)
    await shoot(publisher, 'builds-phone')

    const owner = await enter('player@kettle.test', '/game/isobar')
    await expect(owner.getByRole('heading', { name: web('library.changelog') })).toBeVisible()
    await expect(owner.getByText(`Fronts move by ${language}.`)).toBeVisible()
    await owner.getByRole('heading', { name: web('library.changelog') }).scrollIntoViewIfNeeded()
    await shoot(owner, 'changelog')
    await checkLayout(owner)
    const visitor = await newPage(browser, language, complaints)
    await visitor.goto(`${store.url}/game/isobar`)
    await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(visitor.getByRole('heading', { name: web('library.changelog') })).toHaveCount(0)
    expect(complaints).toEqual([])
  })
