import type { Browser, Page } from 'playwright'
import { checkLayout } from './access.ts'
import { expect, test } from './fixtures.ts'
import { newPerson, type Person } from './person.ts'
import { close, find, logIn, newPage, phone } from './visitor.ts'
import { type Language, storyLanguages, wordsIn } from './words.ts'

const desk = { viewport: { width: 1280, height: 800 } }
const looks = {
  ru: { anna: desk, boris: { ...phone, colorScheme: 'dark' } },
  en: { anna: { ...desk, colorScheme: 'dark' }, boris: phone },
} as const
const names = { ru: { anna: 'Анна', boris: 'Борис' }, en: { anna: 'Anna', boris: 'Boris' } }

/** Two new people, each in a browser of their own; with `talk`, friends who have said this to each other already. */
async function meet(
  browser: Browser,
  store: string,
  language: Language,
  shoot: (page: Page, name: string) => Promise<void>,
  talk?: { boris: string; anna: string },
) {
  const { web } = wordsIn(language)
  const complaints: string[] = []
  const mark = crypto.randomUUID().slice(0, 6)
  const [annaName, borisName] = [`${names[language].anna} ${mark}`, `${names[language].boris} ${mark}`]
  const [annaAt, borisAt] = await Promise.all([
    newPerson(store, language, annaName),
    newPerson(store, language, borisName),
  ])
  if (talk) {
    await annaAt.call('socials.requestFriend', { userId: borisAt.id })
    await borisAt.call('socials.respondToRequest', { userId: annaAt.id, accept: true })
    const say = (from: Person, to: Person, text: string) =>
      from.call('socials.sendMessage', { userId: to.id, text, clientId: crypto.randomUUID() })
    await say(borisAt, annaAt, talk.boris)
    await say(annaAt, borisAt, talk.anna)
  }
  const anna = await logIn(browser, store, annaAt.email, language, complaints, looks[language].anna)
  const boris = await logIn(browser, store, borisAt.email, language, complaints, looks[language].boris)
  return {
    ...{ web, complaints, annaName, borisName, anna, boris, annaAt, borisAt },
    async look(page: Page, name: string) {
      await checkLayout(page)
      await shoot(page, name)
    },
    /** The link or button of the header, by how its name begins. */
    bar: (page: Page, name: string) =>
      page.getByRole('banner').getByRole(name === 'notices' ? 'button' : 'link', {
        name: new RegExp(`^${web(`people.bar.${name}`)}`, 'u'),
      }),
    named: (page: Page, name: string) => page.getByRole('main').getByRole('link', { name, exact: true }),
    log: (page: Page) => page.getByRole('log'),
    async write(page: Page, text: string) {
      await find(page).field(web('messages.write')).fill(text)
      await page.keyboard.press('Enter')
    },
    said: (page: Page) => page.getByRole('log').locator('p[dir=auto]').allInnerTexts(),
    /** Opens the conversation on both sides. */
    async openTalk() {
      await anna.goto(`${store}/messages/${borisAt.id}`)
      await boris.goto(`${store}/messages/${annaAt.id}`)
      for (const page of [anna, boris]) await expect(page.getByRole('log')).toBeVisible()
    },
  }
}

for (const language of storyLanguages('ru')) tellStories(language)

function tellStories(language: Language): void {
  test(`two people find each other, talk, and hear of it at once, in ${language}`, async ({
    browser,
    store,
    shoot,
  }) => {
    const { anna, annaName, bar, boris, borisName, complaints, log, look, named, web, write } = await meet(
      browser,
      store.url,
      language,
      shoot,
    )

    await test.step('one finds the other by code and asks', async () => {
      // A pop-up comes only to a page that is listening already.
      const listens = boris.waitForResponse(/socials\.onEvent/u)
      await boris.goto(`${store.url}/friends`)
      await expect(boris.getByText(web('people.friends.empty'))).toBeVisible()
      await listens
      await look(boris, 'no-friends')
      const code = boris.getByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/u)
      await anna.goto(`${store.url}/friends?section=find`)
      await find(anna)
        .field(web('people.find.label'))
        .fill(((await code.textContent()) ?? '').toLowerCase())
      await expect(named(anna, borisName)).toBeVisible()
      await look(anna, 'found')
      // What pops up stays for seconds only.
      const popUp = boris.getByRole('status').getByText(web('people.notices.request', { name: annaName }))
      await Promise.all([
        expect(popUp).toBeVisible(),
        find(anna)
          .button(web('people.relation.addOne', { name: borisName }))
          .click(),
      ])
      await expect(find(anna).button(web('people.requests.withdrawOne', { name: borisName }))).toBeVisible()
    })

    await test.step('the other sees it at once, and accepts', async () => {
      await expect(bar(boris, 'notices')).toHaveAccessibleName(/1/u)
      await bar(boris, 'notices').click()
      const notice = boris.getByRole('region', { name: web('people.notices.title') })
      await look(boris, 'notices')
      await notice.getByRole('link', { name: web('people.notices.request', { name: annaName }) }).click()
      await expect(boris).toHaveURL(/section=requests/u)
      await expect(bar(boris, 'notices')).not.toHaveAccessibleName(/1/u)
      await look(boris, 'requests')
      await find(boris)
        .button(web('people.requests.acceptOne', { name: annaName }))
        .click()
      await expect(boris.getByText(web('people.requests.noneIncoming'))).toBeVisible()
      // Both are there, and see it.
      await expect(named(anna, borisName)).toBeVisible()
      await bar(anna, 'friends').click()
      await expect(anna.getByRole('main').getByRole('listitem').filter({ hasText: borisName })).toContainText(
        web('people.presence.online'),
      )
      await look(anna, 'friends')
    })

    await test.step('they talk: typing, badge, delivered, read', async () => {
      await boris.goto(store.url)
      await find(anna)
        .link(web('people.friends.messageTo', { name: borisName }))
        .click()
      await expect(anna.getByRole('heading', { name: borisName, level: 1 })).toBeVisible()
      await expect(anna.getByText(web('messages.first'))).toBeVisible()
      await look(anna, 'nothing-said')
      await write(anna, 'one')
      await expect(bar(boris, 'messages')).toHaveAccessibleName(/1/u)
      await expect(boris.getByRole('status').getByText('one', { exact: true })).toBeVisible()
      await expect(log(anna).getByText(web('messages.state.delivered'))).toBeAttached()
      await bar(boris, 'messages').click()
      await expect(named(boris, annaName)).toBeVisible()
      await find(anna).field(web('messages.write')).pressSequentially('tw')
      await expect(boris.getByRole('listitem').getByText(web('messages.typing'))).toBeVisible()
      await look(boris, 'threads')
      await expect(log(anna).getByText(web('messages.state.read'))).toHaveCount(0)
      await named(boris, annaName).click()
      await expect(log(boris).getByText('one', { exact: true })).toBeVisible()
      await expect(log(anna).getByText(web('messages.state.read'))).toBeAttached()
      await expect(bar(boris, 'messages')).not.toHaveAccessibleName(/1/u)
      // The Enter that ends a composed word in Safari sends nothing.
      await find(anna)
        .field(web('messages.write'))
        .dispatchEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true })
      await expect(find(anna).field(web('messages.write'))).toHaveValue('tw')
      await anna.keyboard.type('o')
      await anna.keyboard.press('Enter')
      await write(boris, `three ${store.url}/game/orbital-post javascript:alert(1) https://kettle.test@evil.example/x`)
      await expect(log(anna).getByRole('link', { name: /^evil\.example\/x/u })).toHaveAttribute(
        'rel',
        'noopener noreferrer nofollow',
      )
      await expect(log(anna).getByRole('link', { name: new RegExp(web('messages.game'), 'u') })).toBeVisible()
      await expect(log(anna).getByRole('link')).toHaveCount(3)
      await expect(log(boris).getByText('two', { exact: true })).toBeVisible()
      await look(anna, 'talk')
      await look(boris, 'talk')
    })

    await test.step('a draft survives a reload, and emoji come from the board', async () => {
      const field = find(anna).field(web('messages.write'))
      await field.fill('half a thought')
      await anna.reload()
      await expect(field).toHaveValue('half a thought')
      await find(anna).button(web('messages.emoji')).click()
      await anna
        .getByRole('dialog', { name: web('messages.emoji') })
        .getByRole('button', { name: '🎮' })
        .click()
      await expect(field).toHaveValue(/🎮/u)
      await field.fill('x'.repeat(3_990))
      const left = web(language === 'ru' ? 'messages.left_many' : 'messages.left_other', { count: '10' })
      await expect(anna.getByText(left).filter({ visible: true })).toBeVisible()
      await field.fill('')
    })

    expect(complaints).toEqual([])
    await close(anna, boris)
  })

  test(`a talk loses and doubles nothing while one is offline or in two tabs, in ${language}`, async ({
    browser,
    store,
    shoot,
  }) => {
    const { anna, boris, complaints, log, look, openTalk, said, web, write } = await meet(
      browser,
      store.url,
      language,
      shoot,
      { boris: 'one', anna: 'two' },
    )
    await openTalk()

    await test.step('one is offline for a while and both write: nothing is lost or doubled', async () => {
      await anna.context().setOffline(true)
      await write(anna, 'from the dark 1')
      await write(anna, 'from the dark 2')
      await write(boris, 'into the dark 1')
      await write(boris, 'into the dark 2')
      await expect(log(boris).getByText('into the dark 2', { exact: true })).toBeVisible()
      await expect(log(anna).getByText(web('messages.waitingLine'))).toHaveCount(2)
      await expect(anna.getByText(web('people.bar.lost'))).toBeVisible()
      await look(anna, 'offline')
      await anna.context().setOffline(false)
      await expect(anna.getByText(web('people.bar.lost'))).toBeHidden()
      await expect(log(anna).getByText(web('messages.waitingLine'))).toHaveCount(0)
      await expect(log(boris).getByText('from the dark 2', { exact: true })).toBeVisible()
      await expect(log(anna).getByText('into the dark 2', { exact: true })).toBeVisible()
      const all = await said(boris)
      expect(all.slice(2)).toEqual(['into the dark 1', 'into the dark 2', 'from the dark 1', 'from the dark 2'])
      await expect.poll(() => said(anna)).toEqual(all)
      await expect(log(anna).getByText(web('messages.state.read'))).toHaveCount(3)
    })

    await test.step('two tabs hear of it by one stream, and the second goes on alone', async () => {
      const second = await anna.context().newPage()
      await second.goto(anna.url())
      await expect(log(second).getByText('from the dark 2', { exact: true })).toBeVisible()
      await write(boris, 'to both tabs')
      await expect(log(second).getByText('to both tabs', { exact: true })).toBeVisible()
      await expect(log(anna).getByText('to both tabs', { exact: true })).toBeVisible()
      await anna.goto('about:blank')
      await write(boris, 'to the other tab')
      await expect(log(second).getByText('to the other tab', { exact: true })).toBeVisible()
      await anna.goto(second.url())
      await second.close()
      await write(boris, 'to the first again')
      await expect(log(anna).getByText('to the first again', { exact: true })).toBeVisible()
    })

    expect(complaints).toEqual([])
    await close(anna, boris)
  })

  test(`what was said is found and reported, and people choose who sees what, in ${language}`, async ({
    browser,
    store,
    shoot,
  }) => {
    const { anna, boris, borisName, complaints, log, look, named, openTalk, web } = await meet(
      browser,
      store.url,
      language,
      shoot,
      { boris: 'into the dark 1', anna: 'from the dark 1' },
    )
    await openTalk()

    await test.step('words are found within the conversation', async () => {
      await find(anna).button(web('messages.search.open')).click()
      await find(anna).field(web('messages.search.label')).fill('DARK 1')
      await expect(anna.getByRole('region', { name: web('messages.search.found') }).getByRole('listitem')).toHaveCount(
        2,
      )
      await look(anna, 'search')
      await anna.keyboard.press('Escape')
      await expect(log(anna)).toBeVisible()
      await find(anna).button(web('messages.search.open')).click()
      await anna
        .getByRole('region', { name: web('messages.search.found') })
        .getByRole('button')
        .last()
        .click()
      const place = log(anna).locator('[tabindex="-1"]')
      await expect(place).toBeFocused()
      await expect(place).toContainText('into the dark 1')
      await expect(place).toBeInViewport()
      await look(anna, 'found')
    })

    await test.step('what the other has said can be reported, and one’s own cannot', async () => {
      const of = (text: string) =>
        log(anna)
          .locator('.group')
          .filter({ has: anna.getByText(text, { exact: true }) })
          .getByRole('button')
      await expect(of('from the dark 1')).toHaveCount(0)
      await of('into the dark 1').click()
      const dialog = anna.getByRole('dialog')
      await find(dialog).button(web('reviews.report.send')).click()
      await expect(dialog.getByText(web('reviews.report.missing'))).toBeVisible()
      await dialog.getByLabel(web('reviews.report.reasons.abuse')).check()
      await look(anna, 'report')
      await find(dialog).button(web('reviews.report.send')).click()
      await expect(dialog.getByRole('heading', { name: web('reviews.report.done') })).toBeVisible()
      await anna.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
    })

    await test.step('a profile, and who sees what', async () => {
      await named(anna, borisName).last().click()
      await expect(anna.getByRole('heading', { name: borisName, level: 1 })).toBeVisible()
      await expect(anna).toHaveURL(/\/people\//u)
      await look(anna, 'profile')
      await anna.getByRole('button', { name: web('people.friends.more', { name: borisName }) }).click()
      await anna.getByRole('menuitem', { name: web('reviews.report.open') }).click()
      const report = find(anna.getByRole('dialog'))
      await report.field(web('reviews.report.reasons.abuse')).check()
      await look(anna, 'report')
      await report.button(web('reviews.report.send')).click()
      await expect(anna.getByText(web('reviews.report.doneText'))).toBeVisible()
      await report.button(web('common.ui.close')).last().click()
      await anna.goto(`${store.url}/account/people`)
      await find(anna).field(web('people.settings.appearsOffline')).check()
      await expect(anna.getByText(web('people.settings.saved'))).toBeVisible()
      await look(anna, 'settings')
      await expect(boris.getByText(web('people.presence.offline')).filter({ visible: true })).toBeVisible()
      for (const section of ['', '?section=news', '?section=blocked', '?section=requests']) {
        await anna.goto(`${store.url}/friends${section}`)
        await expect(anna.getByRole('heading', { level: 1 })).toBeVisible()
        await look(anna, `friends${section.replace('?section=', '-')}`)
      }
      const code = anna.getByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/u)
      const old = (await code.textContent()) ?? ''
      await find(anna).button(web('people.code.renew')).click()
      await find(anna.getByRole('dialog')).button(web('people.code.renew')).click()
      await expect(anna.getByText(web('people.code.renewed'))).toBeVisible()
      await expect(code).not.toHaveText(old)
    })

    expect(complaints).toEqual([])
    await close(anna, boris)
  })

  test(`who is blocked is not told, and can write no more, in ${language}`, async ({ browser, store, shoot }) => {
    const { anna, annaName, boris, complaints, log, look, openTalk, web } = await meet(
      browser,
      store.url,
      language,
      shoot,
      { boris: 'one', anna: 'two' },
    )
    await openTalk()

    await test.step('one blocks the other, who is not told but can’t write any more', async () => {
      const thread = boris.url()
      await boris.getByRole('button', { name: web('people.friends.more', { name: annaName }) }).click()
      await boris.getByRole('menuitem', { name: web('people.block.open') }).click()
      const dialog = boris.getByRole('dialog')
      await look(boris, 'block')
      await dialog.getByRole('button', { name: web('people.block.submit') }).click()
      await expect(boris.getByText(web('people.block.done', { name: annaName }))).toBeVisible()
      await expect(boris.getByRole('heading', { name: web('messages.nobody') })).toBeVisible()
      await expect(find(anna).field(web('messages.write'))).toHaveCount(0)
      await look(boris, 'nobody')
      await boris.goto(`${store.url}/friends?section=blocked`)
      await find(boris)
        .button(web('people.block.undoOne', { name: annaName }))
        .click()
      await expect(boris.getByText(web('people.block.empty'))).toBeVisible()
      await boris.goto(thread)
      await expect(boris.getByText(web('messages.notFriends'))).toBeVisible()
      await expect(log(boris).getByText('two', { exact: true })).toBeVisible()
    })

    expect(complaints).toEqual([])
    await close(anna, boris)
  })
}

test('a friend link waits through the log-in, and what a friend buys stands in the store', async ({
  browser,
  store,
  shoot,
}) => {
  const { web } = wordsIn('en')
  const complaints: string[] = []
  const [anna, boris] = await Promise.all([
    newPerson(store.url, 'en', 'Anna Link'),
    newPerson(store.url, 'en', 'Boris Link'),
  ])
  const annaPage = await logIn(browser, store.url, anna.email, 'en', complaints)
  await annaPage.goto(`${store.url}/friends`)
  const link = (await annaPage.getByText(/\/friend\/[A-Z2-9]{8}$/u).textContent()) ?? ''
  const page = await newPage(browser, 'en', complaints, phone)
  // The store prints its public address; the test reaches it by another name of the same machine.
  await page.goto(store.url + new URL(link).pathname)
  await expect(page.getByRole('heading', { name: web('people.invite.guest') })).toBeVisible()
  await checkLayout(page)
  await page
    .getByRole('main')
    .getByRole('link', { name: web('common.nav.login') })
    .click()
  await find(page).field(web('auth.email')).fill(boris.email)
  await find(page).field(web('auth.password')).fill(boris.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: web('people.invite.title', { name: 'Anna Link' }) })).toBeVisible()
  await checkLayout(page)
  await shoot(page, 'invitation')
  await find(page)
    .button(web('people.relation.addOne', { name: 'Anna Link' }))
    .click()
  await annaPage.goto(`${store.url}/friends?section=requests`)
  await find(annaPage)
    .button(web('people.requests.acceptOne', { name: 'Boris Link' }))
    .click()
  await expect(find(page).link(web('people.friends.messageTo', { name: 'Anna Link' }))).toBeVisible()

  // A free game, so that nobody has to pay.
  await annaPage.goto(`${store.url}/search?price=0`)
  const found = annaPage.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link').first()
  const title = (await found.textContent()) ?? ''
  await found.click()
  await expect(annaPage.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await find(annaPage).button(web('payments.offer.getFree')).click()
  const dialog = annaPage.getByRole('dialog')
  await find(dialog).button(web('payments.buy.getFree')).click()
  await expect(dialog.getByRole('heading', { name: web('payments.buy.done') })).toBeVisible()
  await page.goto(store.url)
  const row = page.getByRole('region', { name: web('search.store.friendsRecent') })
  await expect(row.getByText('Anna Link')).toBeVisible()
  await expect(row.getByRole('link', { name: title })).toBeVisible()
  await checkLayout(page)
  await row.scrollIntoViewIfNeeded()
  await shoot(page, 'friends-bought')
  await row.getByRole('link', { name: title }).click()
  await expect(page.getByText(/1 friend has this game/u)).toBeVisible()
  await checkLayout(page)
  await shoot(page, 'friends-have')
  await page.goto(`${store.url}/friends?section=news`)
  await expect(page.getByRole('article').filter({ hasText: title })).toBeVisible()
  await shoot(page, 'news')
  expect(complaints).toEqual([])
  await close(annaPage, page)
})
