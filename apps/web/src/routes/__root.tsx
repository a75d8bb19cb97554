import { KettleMark, UiProvider } from '@kettle/ui'
import { createRootRoute, Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Header } from '../layout/header.tsx'
import { ToastProvider } from '../lib/toasts.tsx'

export const Route = createRootRoute({ component: Frame })

function Frame() {
  const { t, i18n } = useTranslation()
  const main = useRef<HTMLElement>(null)
  useFocusOnNavigation(main)
  return (
    <UiProvider locale={i18n.language} words={t('ui', { returnObjects: true })}>
      <ToastProvider>
        <a href="#main" className="skip-link rounded-lg bg-copper-fill px-4 py-2 font-semibold text-on-copper">
          {t('skipToContent')}
        </a>
        <div className="flex min-h-dvh flex-col">
          <Header />
          <main id="main" ref={main} tabIndex={-1} className="min-h-dvh flex-1 outline-none">
            <Outlet />
          </main>
          <footer className="mt-16 border-t border-line">
            <div className="mx-auto flex max-w-6xl items-center gap-3 px-4 py-6 text-sm text-ink-soft">
              <KettleMark className="size-6 shrink-0" />
              <p>{t('footer.line')}</p>
            </div>
          </footer>
        </div>
      </ToastProvider>
    </UiProvider>
  )
}

/** A new page moves focus to its start, as a page load would; a page that chose a field itself keeps it. */
function useFocusOnNavigation(main: { current: HTMLElement | null }): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const shown = useRef<string>(undefined)
  useEffect(() => {
    const moved = shown.current !== undefined && path !== shown.current
    shown.current = path
    // The server wrote it for the page that was opened; browsers share a page by it.
    if (moved) document.querySelector('link[rel=canonical]')?.remove()
    if (moved && !main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true })
  }, [path, main])
}
