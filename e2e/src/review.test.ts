import { checkLayout } from './access.ts'
import { expect, test } from './fixtures.ts'
import { logIn as callAs, newPerson } from './person.ts'
import { close, find, logIn, newPage, phone } from './visitor.ts'
import { storyLanguages, wordsIn } from './words.ts'

const demoPassword = 'kettle-on-the-stove'
const game = 'seventh-floor-please'
const looks = { ru: { ...phone, colorScheme: 'light' }, en: { colorScheme: 'dark' } } as const

for (const language of storyLanguages('en'))
  test(`a review lives its life in ${language}: written, edited, found helpful, answered, reported, judged`, async ({
    browser,
    store,
    shoot,
  }) => {
    // Five people and seven looks by axe.
    test.setTimeout(300_000)
    const { web } = wordsIn(language)
    const options = looks[language]
    const complaints: string[] = []
    const author = await newPerson(store.url, language)
    const reader = await newPerson(store.url, language)
    const path = `${store.url}/game/${game}`
    const words = {
      ru: 'Ехали молча, и это было лучшее молчание за год',
      en: 'We rode in silence, the best one this year',
    }[language]

    const page = await logIn(browser, store.url, author.email, language, complaints, options)
    const { field, button, link } = find(page)

    await test.step('only owners are asked', async () => {
      await page.goto(`${path}#reviews`)
      await expect(page.getByText(web('reviews.own.notOwned'))).toBeVisible()
      const { result } = await (await fetch(`${store.url}/trpc/search.game?input={"slug":"${game}"}`)).json()
      await author.call('payments.buy', {
        ...{ gameId: result.data.id, method: 'wallet', idempotencyKey: crypto.randomUUID() },
      })
    })

    await test.step('the library leads to it; a wordless thumb is not enough', async () => {
      await page.goto(`${store.url}/library`)
      await page.getByRole('link', { name: new RegExp(`^${web('library.review')}`, 'u') }).click()
      await button(web('reviews.own.yes')).click()
      await expect(field(web('reviews.form.text'))).toBeFocused()
      await page.keyboard.press('Control+Enter')
      await expect(page.getByText(web('reviews.form.wrong.TEXT_REQUIRED'))).toBeVisible()
      await shoot(page, `form-${language}`)
      await checkLayout(page)
      await field(web('reviews.form.text')).fill(`${words}.`)
      await page.keyboard.press('Control+Enter')
      await expect(page.getByText(web('reviews.own.saved'))).toBeVisible()
    })

    const own = page.getByRole('region', { name: web('reviews.own.title') })
    await test.step('it is edited, and shows how it changed', async () => {
      await own.getByRole('button', { name: web('reviews.own.edit') }).click()
      await page.getByRole('radio', { name: web('reviews.form.down') }).check()
      await field(web('reviews.form.text')).fill(`${words}!`)
      await button(web('reviews.form.saveEdit')).click()
      await expect(own.getByText(web('reviews.advisesAgainst'))).toBeVisible()
      await own.getByRole('button', { name: new RegExp(`^${web('reviews.edited', { date: '' }).trim()}`, 'u') }).click()
      await expect(page.getByRole('dialog').getByText(`${words}.`)).toBeVisible()
      await expect(page.getByRole('dialog').getByText(`${words}!`)).toBeVisible()
      await shoot(page, `history-${language}`)
      await checkLayout(page)
      await page.keyboard.press('Escape')
    })

    const other = await logIn(browser, store.url, reader.email, language, complaints, options)
    const found = other.locator('#reviews article').filter({ hasText: `${words}!` })
    const like = found.getByRole('button', { name: new RegExp(`^${web('reviews.helpful')}`, 'u') })
    await test.step('somebody else finds it helpful, and reports it', async () => {
      await other.goto(`${path}?reviews=new#reviews`)
      const voted = other.waitForResponse((response) => response.url().includes('socials.voteReview'))
      await like.click()
      await expect(like).toHaveAttribute('aria-pressed', 'true')
      await expect(like).toHaveText(/1$/u)
      // It is shown before the store has it.
      await voted
      await other.reload()
      await expect(like).toHaveAttribute('aria-pressed', 'true')
      await shoot(other, `list-${language}`)
      await checkLayout(other)
      await found.getByRole('button', { name: new RegExp(`^${web('reviews.report.open')}`, 'u') }).click()
      const dialog = find(other.getByRole('dialog'))
      await dialog.button(web('reviews.report.send')).click()
      await expect(other.getByText(web('reviews.report.missing'))).toBeVisible()
      await checkLayout(other)
      await dialog.field(web('reviews.report.reasons.spoiler')).check()
      await dialog.field(web('reviews.report.note')).fill('!')
      await dialog.button(web('reviews.report.send')).click()
      await expect(other.getByText(web('reviews.report.doneText'))).toBeVisible()
    })

    await test.step('the publisher answers', async () => {
      const desk = await staff('publisher')
      const { token } = await callAs(store.url, 'publisher@kettle.test', demoPassword)
      const answer = await fetch(`${store.url}/trpc/storage.games`, { headers: { authorization: `Bearer ${token}` } })
      const { result } = (await answer.json()) as { result: { data: { id: string; slug: string }[] } }
      const gameId = result.data.find(({ slug }) => slug === game)?.id
      await desk.goto(`${store.url}/publish/${gameId}/reviews?reviews=new`)
      const mine = desk.getByRole('article').filter({ hasText: `${words}!` })
      await mine.getByRole('button', { name: web('reviews.reply.write') }).click()
      await desk.getByLabel(web('reviews.reply.label')).fill('Mind the doors.')
      await checkLayout(desk)
      await desk.keyboard.press('Control+Enter')
      await expect(desk.getByText(web('reviews.reply.saved'))).toBeVisible()
      await expect(mine.getByText('Mind the doors.')).toBeVisible()
      await shoot(desk, `publisher-${language}`)
      await checkLayout(desk)
      await close(desk)
    })

    await test.step('a moderator removes it, and its author is told why it is gone', async () => {
      const desk = await staff('moderator')
      await desk.goto(`${store.url}/moderation`)
      const reported = desk.getByRole('article').filter({ hasText: `${words}!` })
      await expect(reported).toBeVisible()
      await shoot(desk, `moderation-${language}`)
      await checkLayout(desk)
      await reported.getByRole('button', { name: new RegExp(`^${web('reviews.moderation.remove')}`, 'u') }).click()
      await expect(desk.getByText(web('reviews.moderation.removed'))).toBeVisible()
      await expect(reported).toHaveCount(0)
      await close(desk)
      await other.reload()
      await expect(other.locator('#reviews article').first()).toBeVisible()
      await expect(found).toHaveCount(0)
      await page.reload()
      await expect(page.getByText(web('reviews.own.judgedRemoved'))).toBeVisible()
      await expect(own.getByText('Mind the doors.')).toBeVisible()
      await checkLayout(page)
    })

    await test.step('for players there is no moderation', async () => {
      await page.goto(`${store.url}/moderation`)
      await expect(page.getByText(web('common.notFound.title'))).toBeVisible()
      await expect(link(web('common.toStore')).first()).toBeVisible()
    })
    expect(complaints).toEqual([])
    await close(page, other)

    /** A browser of somebody who works here, spoken to in the language of this test. */
    async function staff(who: 'publisher' | 'moderator') {
      const desk = await newPage(browser, language, complaints, options)
      await desk.goto(`${store.url}/login`)
      await desk.evaluate((chosen) => localStorage.setItem('kettle-language', chosen), language)
      await desk.reload()
      await find(desk).field(web('auth.email')).fill(`${who}@kettle.test`)
      await find(desk).field(web('auth.password')).fill(demoPassword)
      await desk.keyboard.press('Enter')
      await desk.waitForURL((url) => url.pathname === '/')
      return desk
    }
  })
