import { classNames, DownloadIcon, LaptopIcon, PeopleIcon, ShieldIcon, UserIcon } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../../../lib/page-title.ts'

const pages = [
  { to: '/account', name: 'profile.title', Icon: UserIcon },
  { to: '/account/security', name: 'security.title', Icon: ShieldIcon },
  { to: '/account/sessions', name: 'sessions.title', Icon: LaptopIcon },
  { to: '/account/people', name: 'people.nav', Icon: PeopleIcon },
  { to: '/account/data', name: 'data.nav', Icon: DownloadIcon },
] as const

/** The pages of the account side by side with the way between them; on a phone the way stands above. */
export function AccountLayout({ children }: { children: ReactNode }) {
  const { t } = useTranslation('account')
  return (
    <div className="mx-auto grid max-w-5xl items-start gap-6 px-4 pt-9 md:grid-cols-[14rem_minmax(0,1fr)] md:gap-9">
      <nav aria-label={t('nav')} className="md:sticky md:top-6">
        <ul className="grid grid-cols-2 gap-1.5 md:grid-cols-1">
          {pages.map(({ to, name, Icon }) => (
            <li key={to}>
              <Link
                to={to}
                activeOptions={{ exact: true }}
                className={classNames(
                  'flex min-h-11 items-center gap-2.5 rounded-lg px-3 font-semibold text-ink-soft transition hover:bg-copper-wash hover:text-copper',
                  '[&.active]:bg-copper-wash [&.active]:text-copper',
                )}
              >
                <Icon className="size-5 shrink-0" />
                {t(name)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  )
}

/** One page of the account under its heading. */
export function AccountPage({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  usePageTitle(title)
  return (
    <div className="grid gap-6">
      <header className="grid gap-1.5">
        <h1 className="text-4xl font-bold">{title}</h1>
        {lead && <p className="break-words text-ink-soft">{lead}</p>}
      </header>
      {children}
    </div>
  )
}
