import { Button, CountBadge, classNames, KettleMark } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../shared/bridge.ts'
import { Bell } from './bell.tsx'
import { ask } from './lib/launcher.ts'
import { downloadsPath, friendsPath, libraryPath, moderationPath, type Route, settingsPath } from './lib/route.ts'

export function TopBar({ snapshot, route }: { snapshot: Snapshot; route: Route }) {
  const { t } = useTranslation(['translation', 'reviews'])
  const { session, queue, people, threads } = snapshot
  const waiting = threads.unread + people.incoming.length
  if (session.status === 'signedOut') return null
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-2 gap-y-1 px-5 py-2.5 sm:gap-x-4 sm:px-8">
        <a href={libraryPath} className="flex items-center gap-2 rounded-md font-display text-xl font-bold">
          <KettleMark className="size-8" />
          Kettle
        </a>
        <nav aria-label={t('nav.label')} className="flex flex-wrap gap-1 max-sm:order-last max-sm:w-full">
          <Tab href={libraryPath} current={route.screen === 'library' || route.screen === 'game'}>
            {t('nav.library')}
          </Tab>
          <Tab href={downloadsPath} current={route.screen === 'downloads'}>
            {t('nav.downloads')}
            {queue.length > 0 && (
              <span className="rounded-full bg-copper-fill px-2 text-sm text-on-copper tabular-nums">
                {queue.length}
              </span>
            )}
          </Tab>
          <Tab href={friendsPath()} current={route.screen === 'friends'}>
            {t('nav.friends')}
            <CountBadge count={waiting} />
            {waiting > 0 && <span className="sr-only">, {t('people.waiting', { count: waiting })}</span>}
          </Tab>
          {session.user.role === 'admin' && (
            <Tab href={moderationPath} current={route.screen === 'moderation'}>
              {t('reviews:moderation.title')}
            </Tab>
          )}
          <Tab href={settingsPath} current={route.screen === 'settings'}>
            {t('nav.settings')}
          </Tab>
        </nav>
        <span className="flex-1" />
        <Bell />
        <span
          className="max-w-20 truncate text-ink-soft sm:max-w-48"
          title={`${session.user.email} · ${session.server}`}
        >
          {session.user.name}
        </span>
        <Button look="quiet" size="small" onClick={() => void ask('logout', undefined)}>
          {t('logout')}
        </Button>
      </div>
      {!session.kept && <p className="bg-copper-wash px-5 py-1.5 text-center text-sm">{t('session.notKept')}</p>}
    </header>
  )
}

function Tab({ href, current, children }: { href: string; current: boolean; children: React.ReactNode }) {
  return (
    <a
      href={href}
      aria-current={current ? 'page' : undefined}
      className={classNames(
        'flex min-h-10 items-center gap-2 rounded-lg px-3 font-semibold hover:text-copper max-sm:px-2 max-sm:text-sm',
        current ? 'bg-copper-wash text-copper' : 'text-ink-soft',
      )}
    >
      {children}
    </a>
  )
}
