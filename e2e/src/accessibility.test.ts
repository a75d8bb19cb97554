import { checkAccess, checkLayout } from './access.ts'
import { expect, test } from './fixtures.ts'
import { newPerson } from './person.ts'
import { logIn, newPage } from './visitor.ts'

const open = [
  '/',
  '/search?q=tram',
  '/game/orbital-post',
  '/game/slow-light#reviews',
  '/login',
  '/register',
  '/confirm',
  '/reset',
  '/nothing-here',
]
const own = [
  '/library',
  '/wallet',
  '/history',
  '/account',
  '/account/security',
  '/account/sessions',
  '/account/data',
  '/account/people',
  '/friends',
  '/friends?section=find',
  '/messages',
]
const looks = [
  { language: 'ru', options: { colorScheme: 'light', viewport: { width: 390, height: 844 } } },
  { language: 'en', options: { colorScheme: 'dark', viewport: { width: 1280, height: 800 } } },
] as const

// The stories are told in one language each; this sweep opens every page in both, with the demo's real content.
for (const [turn, { language, options }] of looks.entries())
  test(`every page opens and is accessible in ${language}, ${options.colorScheme}, ${options.viewport.width} wide`, async ({
    browser,
    store,
  }) => {
    const complaints: string[] = []
    const guest = await newPage(browser, language, complaints, options)
    const { email } = await newPerson(store.url, language)
    const person = await logIn(browser, store.url, email, language, complaints, options)
    for (const [page, paths] of [
      [guest, open],
      [person, own],
    ] as const)
      for (const [index, path] of paths.entries()) {
        await page.goto(store.url + path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        // Each page is looked at by axe in one of the two looks, and in the gallery in all its states.
        await (index % 2 === turn ? checkAccess : checkLayout)(page)
      }
    expect(complaints).toEqual([])
  })
