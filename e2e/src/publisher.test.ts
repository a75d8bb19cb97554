import { checkLayout } from './access.ts'
import { expect, test } from './fixtures.ts'
import { close, find, newPage, phone } from './visitor.ts'
import { wordsIn } from './words.ts'

test('a publisher makes a game, shows it, puts it on sale and takes the sale back', async ({
  browser,
  store,
  shoot,
}) => {
  const { web } = wordsIn('ru')
  const complaints: string[] = []
  const page = await newPage(browser, 'ru', complaints, phone)
  const { field, button, link } = find(page)
  await page.goto(`${store.url}/login?from=/publish`)
  // The publisher of the demo store speaks English; this one reads Russian here.
  await page.evaluate(() => localStorage.setItem('kettle-language', 'ru'))
  await page.reload()
  await field(web('auth.email')).fill('publisher@kettle.test')
  await field(web('auth.password')).fill('kettle-on-the-stove')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: web('publish.games.title') })).toBeVisible()
  await shoot(page, 'games')
  await checkLayout(page)

  await test.step('writes its texts, and hears what is missing', async () => {
    await link(web('publish.games.add')).click()
    await button(web('publish.form.create')).click()
    await expect(page.getByText(web('fields.SLUG_INVALID'))).toBeVisible()
    await shoot(page, 'missing')
    await checkLayout(page)
    for (const [language, words] of [
      ['ru', 'Чайный клипер'],
      ['en', 'Tea Clipper'],
    ] as const) {
      const part = find(page.getByRole('region', { name: web(`publish.form.in.${language}`) }))
      await part.field(web('publish.form.title')).fill(words)
      await part.field(web('publish.form.short')).fill(`${words}: догоните ветер.`)
      await part.field(web('publish.form.description')).fill(`${words}.\n\nПаруса, чай и соперник за кормой.`)
    }
    await field(web('publish.form.slug')).fill('orbital-post')
    await page.getByLabel(web('publish.form.published')).check()
    await button(web('publish.form.create')).click()
    await expect(page.getByText(web('fields.SLUG_TAKEN'))).toBeVisible()
    await field(web('publish.form.slug')).fill('tea-clipper')
    await button(web('publish.form.create')).click()
    await expect(page.getByRole('heading', { name: 'Чайный клипер' })).toBeVisible()
  })

  await test.step('brings a cover; what is no picture is refused', async () => {
    const cover = page.getByRole('region', { name: web('publish.pictures.cover') })
    const choose = cover.getByLabel(web('publish.pictures.choose'))
    await choose.setInputFiles({ name: 'cover.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') })
    await expect(page.getByText(web('publish.pictures.refused.INVALID_PICTURE'))).toBeVisible()
    const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 390, height: 520 }, type: 'jpeg' })
    await choose.setInputFiles({ name: 'cover.jpg', mimeType: 'image/jpeg', buffer: picture })
    await expect(cover.locator('img[src$="480.webp"]')).toBeVisible()
    await shoot(page, 'pictures')
    await checkLayout(page)
  })

  await test.step('pastes a picture into the description, which becomes a screenshot', async () => {
    await link(web('publish.tabs.page')).click()
    const part = find(page.getByRole('region', { name: web('publish.form.in.ru') }))
    await part.field(web('publish.form.description')).evaluate(async (area) => {
      const canvas = new OffscreenCanvas(960, 540)
      canvas.getContext('2d')?.fillRect(0, 0, 960, 540)
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([await canvas.convertToBlob()], 'pasted.png', { type: 'image/png' }))
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    await expect(page.getByText(web('publish.form.pastedPicture_one', { count: '1' }))).toBeVisible()
    await link(web('publish.tabs.pictures')).click()
    await expect(page.getByRole('img', { name: web('publish.pictures.screenshot', { number: '1' }) })).toBeVisible()
  })

  await test.step('sets a price and a discount that players see', async () => {
    await link(web('publish.tabs.price')).click()
    await field(web('publish.price.amount', { currency: 'USD' })).fill('много')
    await button(web('publish.price.save')).click()
    await expect(page.getByText(web('fields.AMOUNT_INVALID'))).toBeVisible()
    await field(web('publish.price.amount', { currency: 'USD' })).fill('12,50')
    await button(web('publish.price.save')).click()
    await expect(page.getByText(web('publish.price.saved'))).toBeVisible()
    await field(web('publish.price.percent')).fill('20')
    await button(web('publish.price.add')).click()
    await expect(page.getByText('−20%')).toBeVisible()
    await button(web('publish.price.add')).click()
    await expect(page.getByText(web('fields.DISCOUNT_OVERLAPS'))).toBeVisible()
    await shoot(page, 'price')
    await checkLayout(page)

    const player = await newPage(browser, 'ru', complaints, phone)
    await player.goto(`${store.url}/game/tea-clipper`)
    await expect(player.getByRole('heading', { name: 'Чайный клипер' })).toBeVisible()
    await expect(player.getByText('10 $')).toBeVisible()
    await shoot(player, 'on-sale')
    await button(web('publish.price.endNow')).click()
    await expect(page.getByText(web('publish.price.none'))).toBeVisible()
    await player.reload()
    await expect(player.getByText('12,50 $')).toBeVisible()
    await close(player)
  })

  await test.step('renames it, and its old address leads to it', async () => {
    await link(web('publish.tabs.page')).click()
    await field(web('publish.form.slug')).fill('tea-clippers')
    await button(web('publish.form.save')).click()
    await expect(page.getByText(web('publish.form.saved'))).toBeVisible()
    const player = await newPage(browser, 'ru', complaints, phone)
    await player.goto(`${store.url}/game/tea-clipper`)
    await expect(player.getByRole('heading', { name: 'Чайный клипер' })).toBeVisible()
    await expect(player).toHaveURL(/\/game\/tea-clippers$/u)
    await close(player)
  })

  await test.step('sees how a build is pushed, and what was sold', async () => {
    await link(web('publish.tabs.builds')).click()
    await expect(page.getByText('kettle push ./game --game tea-clippers')).toBeVisible()
    await checkLayout(page)
    await link(web('publish.tabs.sales')).click()
    await expect(page.getByText(web('publish.sales.revenue'))).toBeVisible()
    await shoot(page, 'sales')
    await checkLayout(page)
  })

  await test.step('deletes it, since nobody owns it', async () => {
    await link(web('publish.tabs.page')).click()
    await button(web('publish.delete.open')).click()
    await button(web('publish.delete.yes')).click()
    await expect(page.getByText(web('publish.delete.done', { title: 'Чайный клипер' }))).toBeVisible()
    await expect(page.getByRole('heading', { name: web('publish.games.title') })).toBeVisible()
    await expect(page.getByText('/game/tea-clippers')).toHaveCount(0)
  })

  expect(complaints).toEqual([])
  await close(page)
})
