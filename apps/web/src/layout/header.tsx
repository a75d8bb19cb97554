import {
  buttonClass,
  classNames,
  IconButton,
  KettleMark,
  MoonIcon,
  Select,
  Skeleton,
  SunIcon,
  UserIcon,
} from '@kettle/ui'
import { Link, useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage, type Language } from '../lib/i18n.ts'
import { lazyAside } from '../lib/lazy-part.tsx'
import { type User, useLanguageChoice, useSession } from '../lib/session.ts'
import { useTheme } from '../lib/theme.ts'
import { SearchForm } from './search-form.tsx'

const loadAccountMenu = () => import('./account-menu.tsx')
const AccountMenu = lazyAside(loadAccountMenu)

/** When the page has nothing better to do. */
const PeopleBar = lazyAside(async () => {
  await new Promise((idle) => (window.requestIdleCallback ?? setTimeout)(idle))
  return import('../features/socials/bar/people-bar.tsx')
})

const languageNames: { value: Language; label: string }[] = [
  { value: 'ru', label: 'RU' },
  { value: 'en', label: 'EN' },
]

const navLink =
  'hidden min-h-11 items-center rounded-lg px-3 font-semibold text-ink-soft transition hover:text-copper md:flex [&.active]:text-copper'

/** The bar on top of every page. */
export function Header() {
  const { t } = useTranslation()
  const { theme, toggle } = useTheme()
  const chooseLanguage = useLanguageChoice()
  const { user } = useSession()
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-2 gap-y-2 px-4 py-2.5 md:flex-nowrap md:gap-x-3">
        <Link
          to="/"
          className="flex items-center gap-2 rounded-lg pr-1"
          aria-label={`${t('appName')}: ${t('nav.store')}`}
        >
          <KettleMark className="size-9" />
          <span className={classNames('font-display text-2xl font-bold tracking-tight', user && 'max-sm:hidden')}>
            {t('appName')}
          </span>
        </Link>
        <nav aria-label={t('nav.main')} className="flex">
          <Link to="/" className={navLink} activeOptions={{ exact: true }}>
            {t('nav.store')}
          </Link>
          <Link to="/library" className={navLink}>
            {t('nav.library')}
          </Link>
        </nav>
        <div className="order-last w-full md:order-none md:ml-auto md:w-80 lg:w-96">
          <SearchForm />
        </div>
        <div className="ml-auto flex items-center md:ml-0">
          <Select
            label={t('language')}
            value={currentLanguage()}
            options={languageNames}
            onChange={(language) => void chooseLanguage(language as Language)}
          />
          <IconButton label={theme === 'dark' ? t('theme.toLight') : t('theme.toDark')} onClick={toggle}>
            {theme === 'dark' ? <SunIcon /> : <MoonIcon />}
          </IconButton>
          {user && <People user={user} />}
          <Account />
        </div>
      </div>
    </header>
  )
}

/** Messages, friends and notices, in a place kept for them. */
function People({ user }: { user: User }) {
  return (
    <div className="flex h-11 w-22 sm:w-33">
      <PeopleBar user={user} />
    </div>
  )
}

/** Log-in for guests, a menu for users; the menu's code comes with the first click. */
function Account() {
  const { t } = useTranslation()
  const { user, known } = useSession()
  const from = useRouterState({ select: (state) => state.location.href })
  const [wanted, setWanted] = useState(false)
  if (!known) return <Skeleton className="ml-1 h-10 w-20 rounded-lg" />
  if (!user) {
    const isEntrance = /^\/(login|register|confirm|reset)/.test(from)
    return (
      <Link to="/login" search={isEntrance ? {} : { from }} className={buttonClass({ size: 'small' })}>
        {t('nav.login')}
      </Link>
    )
  }
  const plainButton = (
    <IconButton
      label={`${t('nav.account')}: ${user.name}`}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => void loadAccountMenu()}
      onFocus={() => void loadAccountMenu()}
      onClick={() => setWanted(true)}
    >
      <UserIcon />
    </IconButton>
  )
  if (!wanted) return plainButton
  return <AccountMenu user={user} instead={plainButton} />
}
