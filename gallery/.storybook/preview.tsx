import '../src/gallery.css'
// First, as in the web: it tells zod not to try whether it may make code.
import '../../apps/web/src/lib/form.ts'
import { UiProvider } from '@kettle/ui'
import type { Decorator, Preview } from '@storybook/react-vite'
import { useEffect, useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { configure } from 'storybook/test'
import { currentLanguage, isLanguage, loadLateWords, showLanguage, startI18n } from '../../apps/web/src/lib/i18n.ts'
import { queryClient } from '../../apps/web/src/lib/trpc.ts'
import { SilentEventSource } from '../src/host/silent-event-source.ts'
import type {} from './window.ts'

const themed: Decorator = (Story, { globals }) => {
  const { locale, theme } = lookOf(globals)
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  useEffect(() => {
    if (locale !== currentLanguage()) void speak(locale)
  }, [locale])
  return <Story />
}

const lookOf = (globals: Record<string, unknown>) => ({
  locale: window.kettleLook?.locale ?? globals.locale,
  theme: window.kettleLook?.theme ?? String(globals.theme),
})

/** Components get what the web's frame gives them; screens bring that frame along and are not harmed by two. */
const worded: Decorator = (Story) => {
  const { t, i18n } = useTranslation()
  return (
    <UiProvider locale={i18n.language} words={t('ui', { returnObjects: true })}>
      <Story />
    </UiProvider>
  )
}

window.kettleIsQuiet = () => queryClient.isFetching() === 0 && queryClient.isMutating() === 0

/** What the content security policy of the store would refuse, said so that a run of the gallery fails. Storybook's own page comes before. */
const watchPolicy = () =>
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
    // biome-ignore lint/suspicious/noConsole: it is for whoever writes a story
    console.error(`Content security policy: ${violatedDirective} ${blockedURI} by ${sourceFile}`)
  })

async function speak(locale: unknown): Promise<void> {
  if (isLanguage(locale)) await showLanguage(locale)
}

export default {
  initialGlobals: { locale: 'en', theme: 'light' },
  globalTypes: {
    locale: {
      toolbar: {
        title: 'Language',
        icon: 'globe',
        items: [
          { value: 'en', title: 'English' },
          { value: 'ru', title: 'Русский' },
        ],
        dynamicTitle: true,
      },
    },
    theme: { toolbar: { title: 'Theme', icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true } },
  },
  parameters: {
    layout: 'fullscreen',
    controls: { disable: true },
    backgrounds: { disable: true },
    viewport: {
      options: {
        phone: { name: 'Phone, 390', styles: { width: '390px', height: '844px' }, type: 'mobile' },
        desk: { name: 'Desk, 1280', styles: { width: '1280px', height: '800px' }, type: 'desktop' },
      },
    },
  },
  decorators: [worded, themed],
  async beforeAll() {
    window.EventSource = SilentEventSource as unknown as typeof EventSource
    // Steps of a story wait for what they mean; this only ends what hangs.
    configure({ asyncUtilTimeout: 30_000 })
    queryClient.setDefaultOptions({ queries: { ...queryClient.getDefaultOptions().queries, retry: false } })
    await startI18n()
    loadLateWords()
    watchPolicy()
  },
  /** Every story begins in a browser that remembers nothing. */
  async beforeEach({ globals, parameters }) {
    window.kettleStory = { busy: parameters.busy === true, logs: parameters.logs === true }
    localStorage.clear()
    sessionStorage.clear()
    await queryClient.cancelQueries()
    queryClient.clear()
    document.title = 'Kettle'
    await speak(lookOf(globals).locale)
  },
} satisfies Preview
